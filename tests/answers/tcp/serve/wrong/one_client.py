"""Accepts once.

Rejected by: serve_hands_over, serve_right_conn
"""


def serve(server, spawn, talk):
    conn, _ = server.accept()
    spawn(talk, conn)
