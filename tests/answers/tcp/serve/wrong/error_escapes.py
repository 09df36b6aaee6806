"""Nothing caught.

Rejected by: serve_quiet_end
"""


def serve(server, spawn, talk):
    while True:
        conn, _ = server.accept()
        spawn(talk, conn)
