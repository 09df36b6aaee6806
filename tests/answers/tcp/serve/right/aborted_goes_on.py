"""A client that gave up while waiting (ECONNABORTED) does not end the loop, any other OSError does."""


def serve(server, spawn, talk):
    while True:
        try:
            conn, _ = server.accept()
        except ConnectionAbortedError:
            continue
        except OSError:
            break
        else:
            spawn(talk, conn)
