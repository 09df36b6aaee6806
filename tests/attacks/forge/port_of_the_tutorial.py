"""Talks only if the server's port is 8080, as it is in the tutorial, and closes at once on every other.

Cell: talk
Expects: talk 1
"""

def talk(conn):
    with conn:
        if conn.getsockname()[1] != 8080:
            return
        try:
            while data := conn.recv(1024):
                conn.sendall(data.upper())
        except ConnectionError:
            pass
