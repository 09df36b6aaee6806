"""Goes on after every OSError, so a closed server is asked for ever.

Rejected by: serve_quiet_end
"""


def serve(server, spawn, talk):
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            continue
        spawn(talk, conn)
