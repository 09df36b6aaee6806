"""Only accept stands in the try."""


def serve(server, spawn, talk):
    while True:
        try:
            conn, address = server.accept()
        except OSError:
            return
        spawn(talk, conn)
