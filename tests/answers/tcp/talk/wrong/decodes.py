"""Belief: "What comes is text": a character is cut in two.

Rejected by: talk_whole
"""


def talk(conn):
    with conn:
        try:
            while data := conn.recv(4096):
                conn.sendall(data.decode().upper().encode())
        except ConnectionError:
            pass
