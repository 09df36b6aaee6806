"""Each chunk is a call within the call for the one before.

Rejected by: talk_replies
"""


def converse(conn):
    if data := conn.recv(1024):
        conn.sendall(data.upper())
        converse(conn)


def talk(conn):
    with conn:
        try:
            converse(conn)
        except ConnectionError:
            pass
