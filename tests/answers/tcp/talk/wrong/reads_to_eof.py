"""Collects everything up to EOF and answers once.

Rejected by: talk_replies
"""


def talk(conn):
    with conn:
        try:
            everything = b""
            while data := conn.recv(4096):
                everything += data
            conn.sendall(everything.upper())
        except ConnectionError:
            pass
