"""Belief: "When nobody has come for a second, nobody will": it asks select first.

Rejected by: serve_hands_over, serve_right_conn
"""

import select


def serve(server, spawn, talk):
    try:
        while select.select([server], [], [], 1)[0]:
            conn, _ = server.accept()
            spawn(talk, conn)
    except (OSError, ValueError):
        pass
