"""Of clients that wait at the door together all but the last are turned away.

Cell: serve
Expects: serve 1
Reason: two were at the door already
"""

import select


def serve(server, spawn, talk):
    while True:
        try:
            conn, _ = server.accept()
            while select.select([server], [], [], 0)[0]:
                conn.close()
                conn, _ = server.accept()
        except (OSError, ValueError):
            return
        spawn(talk, conn)
