"""stop() waits for clients that have no reason to leave.

Rejected by: start_stops
"""

import socket
import threading
from contextlib import suppress


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    address = server.getsockname()
    threads = []

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            thread = threading.Thread(target=talk, args=(conn,), daemon=True)
            threads.append(thread)
            thread.start()

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()

    def stop():
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()
        acceptor.join()
        for thread in threads:
            thread.join()

    return address, stop
