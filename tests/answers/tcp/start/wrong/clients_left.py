"""stop() ends the accept loop and forgets the conversations.

Rejected by: start_stops
"""

import socket
import threading
from contextlib import suppress


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    address = server.getsockname()

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(conn,), daemon=True).start()

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()

    def stop():
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()
        acceptor.join()

    return address, stop
