"""A talk that never reads: it only peeks, answers what it sees, and hangs up as soon as nothing new is to be seen.

Cell: talk
Expects: talk 2
"""


def talk(conn):
    answered = 0
    try:
        while True:
            seen = conn.recv(65536, socket.MSG_PEEK)
            if len(seen) == answered:
                break
            conn.sendall(seen[answered:].upper())
            answered = len(seen)
    except OSError:
        pass
    finally:
        conn.close()
