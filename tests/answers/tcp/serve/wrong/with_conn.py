"""Closes the connection that it has just handed over.

Rejected by: serve_right_conn
"""


def serve(server, spawn, talk):
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        with conn:
            spawn(talk, conn)
