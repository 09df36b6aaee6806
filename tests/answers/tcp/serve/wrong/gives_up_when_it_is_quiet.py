"""Belief: "A server needs a timeout, or it can never be closed."

Rejected by: serve_hands_over, serve_right_conn
"""


def serve(server, spawn, talk):
    server.settimeout(0.5)
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        conn.settimeout(None)
        spawn(talk, conn)
