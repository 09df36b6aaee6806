"""Accept with a timeout, so that even a bare close() from another thread is noticed."""


def serve(server, spawn, talk):
    try:
        server.settimeout(0.1)
    except OSError:
        return
    while True:
        try:
            conn, _ = server.accept()
        except TimeoutError:
            continue
        except OSError:
            return
        conn.settimeout(None)
        spawn(talk, conn)
