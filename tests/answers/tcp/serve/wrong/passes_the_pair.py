"""Hands over what accept returned, the address too.

Rejected by: serve_right_conn
"""


def serve(server, spawn, talk):
    while True:
        try:
            conn = server.accept()
        except OSError:
            return
        spawn(talk, conn)
