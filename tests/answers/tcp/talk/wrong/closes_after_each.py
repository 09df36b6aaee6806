"""Closes after each reply, inside the loop.

Rejected by: talk_replies, talk_whole, talk_ends
"""


def talk(conn):
    try:
        while data := conn.recv(1024):
            conn.sendall(data.upper())
            conn.close()
    except ConnectionError:
        pass
    finally:
        conn.close()
