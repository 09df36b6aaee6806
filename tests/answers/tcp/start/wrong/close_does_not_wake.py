"""Stop.

Rejected by: start_frees_the_port, start_stops
"""

import socket
import threading
from contextlib import suppress


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    address = server.getsockname()
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

    threading.Thread(target=accept, daemon=True).start()

    def stop():
        server.close()
        for thread, conn in clients:
            with suppress(OSError):
                conn.shutdown(socket.SHUT_RDWR)
            thread.join()

    return address, stop
