"""The accept thread talks itself, so the second client waits.

Rejected by: start_serves
"""

import socket
import threading
from contextlib import suppress


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    address = server.getsockname()
    current = []

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            current[:] = [conn]
            talk(conn)

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()

    def stop():
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()
        for conn in current:
            with suppress(OSError):
                conn.shutdown(socket.SHUT_RDWR)
        acceptor.join()

    return address, stop
