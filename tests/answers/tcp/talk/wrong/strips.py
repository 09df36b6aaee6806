"""Strips the line end that a client never sent.

Rejected by: talk_whole
"""


def talk(conn):
    with conn:
        try:
            while data := conn.recv(1024):
                conn.sendall(data.strip().upper())
        except ConnectionError:
            pass
