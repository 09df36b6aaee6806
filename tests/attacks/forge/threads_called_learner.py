"""The threads that are left after stop are called learner, like the one that is not counted.

Cell: start
Expects: start 2
"""

def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)

    def accept_loop():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            Thread(target=talk, args=(conn,), name="learner", daemon=True).start()

    Thread(target=accept_loop, name="learner", daemon=True).start()

    def stop():
        server.shutdown(socket.SHUT_RDWR)
        server.close()

    return server.getsockname(), stop
