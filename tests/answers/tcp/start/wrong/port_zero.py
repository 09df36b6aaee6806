"""Returns the address it asked for, port 0.

Rejected by: start_frees_the_port, start_serves
"""

import socket
import threading
from contextlib import suppress


def start(talk):
    address = ("127.0.0.1", 0)
    server = socket.create_server(address, backlog=512)
    clients = []

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            thread = threading.Thread(target=talk, args=(conn,), daemon=True)
            clients.append((thread, conn))
            thread.start()

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()

    def stop():
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()
        acceptor.join()
        for thread, conn in clients:
            with suppress(OSError):
                conn.shutdown(socket.SHUT_RDWR)
            thread.join()

    return address, stop
