"""Calls talk itself, and everybody else waits.

Rejected by: serve_hands_over, serve_quiet_end, serve_right_conn
"""


def serve(server, spawn, talk):
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        talk(conn)
