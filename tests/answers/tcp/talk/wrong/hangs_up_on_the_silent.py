"""Belief: "Who is silent for long has gone."

Rejected by: talk_ends
"""


def talk(conn):
    with conn:
        conn.settimeout(60)
        try:
            while data := conn.recv(1024):
                conn.sendall(data.upper())
        except (ConnectionError, TimeoutError):
            pass
