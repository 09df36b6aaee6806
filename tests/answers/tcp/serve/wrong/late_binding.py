"""Belief: "The loop variable is frozen in the lambda."

Rejected by: serve_right_conn
"""


def serve(server, spawn, talk):
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        spawn(lambda: talk(conn))
