"""While True without a look at b"".

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
