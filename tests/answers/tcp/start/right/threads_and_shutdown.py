"""Accept thread plus a thread per client."""

import socket
import threading
from contextlib import suppress


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    address = server.getsockname()
    clients = {}
    lock = threading.Lock()

    def handle(conn):
        try:
            with suppress(OSError):
                talk(conn)
        finally:
            conn.close()
            with lock:
                clients.pop(threading.current_thread(), None)

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            thread = threading.Thread(target=handle, args=(conn,), daemon=True)
            with lock:
                clients[thread] = conn
            thread.start()

    acceptor = threading.Thread(target=accept, daemon=True)
    acceptor.start()

    def stop():
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()
        acceptor.join()
        with lock:
            left = list(clients.items())
        for thread, conn in left:
            with suppress(OSError):
                conn.shutdown(socket.SHUT_RDWR)
        for thread, conn in left:
            thread.join()

    return address, stop
