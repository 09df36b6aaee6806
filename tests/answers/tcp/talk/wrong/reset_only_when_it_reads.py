"""Belief: "recv is reset, send is broken."

Rejected by: talk_ends
"""


def talk(conn):
    with conn:
        while True:
            try:
                data = conn.recv(1024)
            except ConnectionResetError:
                break
            if not data:
                break
            try:
                conn.sendall(data.upper())
            except BrokenPipeError:
                break
