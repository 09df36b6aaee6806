"""Closes, and lets the reset out as an error.

Rejected by: talk_ends
"""


def talk(conn):
    with conn:
        while data := conn.recv(4096):
            conn.sendall(data.upper())
