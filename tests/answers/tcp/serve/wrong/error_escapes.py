"""Catches nothing: closing the server is an error.

Rejected by: serve_quiet_end
"""


def serve(server, spawn, talk):
    while True:
        conn, _ = server.accept()
        spawn(talk, conn)
