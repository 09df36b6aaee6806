"""Belief: "All threads sit in recv": who is sending to a client that does not read is not woken.

Rejected by: start_stops
"""

import socket
from threading import Thread


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    conns = []
    threads = []

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            conns.append(conn)
            thread = Thread(target=talk, args=(conn,), daemon=True)
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
                conn.shutdown(socket.SHUT_RD)
            except OSError:
                pass
        for thread in threads:
            thread.join()

    return server.getsockname(), stop
