"""Returns (stop, address).

Rejected by: start_serves, start_stops, start_frees_the_port
"""

import socket
from threading import Thread


def start(talk):
    server = socket.create_server(("127.0.0.1", 0))

    def loop():
        try:
            while True:
                conn, _ = server.accept()
                Thread(target=talk, args=(conn,), daemon=True).start()
        except OSError:
            pass

    def stop():
        server.shutdown(socket.SHUT_RDWR)
        server.close()

    Thread(target=loop, daemon=True).start()
    return stop, server.getsockname()
