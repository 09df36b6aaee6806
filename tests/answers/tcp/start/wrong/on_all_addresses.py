"""Belief: "No host is this host": it listens on all addresses of the machine.

Rejected by: start_serves
"""

import socket
from threading import Thread


def start(talk):
    server = socket.create_server(("", 0), backlog=512)
    conns = []
    threads = []

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            conns.append(conn)
            thread = Thread(target=talk, args=(conn,))
            threads.append(thread)
            thread.start()

    accepting = Thread(target=accept)
    accepting.start()

    def stop():
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        accepting.join()
        for conn in conns:
            try:
                conn.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        for thread in threads:
            thread.join()

    return ("127.0.0.1", server.getsockname()[1]), stop
