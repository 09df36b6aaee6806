"""Belief: "recv waits": at the end of the stream it gives nothing, for ever.

Rejected by: talk_ends, talk_replies
"""


def talk(conn):
    try:
        while True:
            conn.sendall(conn.recv(4096).upper())
    except ConnectionError:
        pass
    finally:
        conn.close()
