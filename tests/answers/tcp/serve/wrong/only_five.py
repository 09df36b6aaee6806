"""Accepts five clients: "listen(5)" taken for a number of clients.

Rejected by: serve_hands_over, serve_right_conn
"""


def serve(server, spawn, talk):
    for _ in range(5):
        try:
            conn, _ = server.accept()
        except OSError:
            return
        spawn(talk, conn)
