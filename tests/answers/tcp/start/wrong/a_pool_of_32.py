"""Belief: "A pool has a thread for each": the 33rd client waits until another one leaves.

Rejected by: start_serves
"""

import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Thread


def start(talk):
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    conns = []
    pool = ThreadPoolExecutor(32)

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            conns.append(conn)
            pool.submit(talk, conn)

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
        pool.shutdown()

    return server.getsockname(), stop
