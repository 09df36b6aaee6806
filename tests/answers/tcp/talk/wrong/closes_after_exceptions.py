"""Belief: "Whatever happens is an Exception."

Rejected by: talk_closes
"""


def talk(conn):
    try:
        while data := conn.recv(1024):
            conn.sendall(data.upper())
    except (ConnectionResetError, BrokenPipeError):
        pass
    except Exception:
        conn.close()
        raise
    conn.close()
