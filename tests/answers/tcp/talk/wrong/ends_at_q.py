"""Belief: "q is the end": the tutorial's client ends with it, and here the server does.

Rejected by: talk_whole
"""


def talk(conn):
    with conn:
        try:
            while (data := conn.recv(1024)) and data != b"q":
                conn.sendall(data.upper())
        except ConnectionError:
            pass
