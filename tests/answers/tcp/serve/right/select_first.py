"""A select that looks up now and then, so that a closed server is noticed."""

import select


def serve(server, spawn, talk):
    server.setblocking(False)
    while True:
        try:
            if not select.select([server], [], [], 0.2)[0]:
                continue
            conn, _ = server.accept()
        except BlockingIOError:
            continue
        except (OSError, ValueError):
            return
        conn.setblocking(True)
        spawn(talk, conn)
