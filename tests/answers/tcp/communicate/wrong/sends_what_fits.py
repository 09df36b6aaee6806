"""Sockets that must not wait, and send: what does not fit is lost.

Rejected by: communicate_keeps_all
"""

import selectors
import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Thread


def communicate(server, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    selector = selectors.DefaultSelector()
    awake, wake = socket.socketpair()
    heard = []

    def reply(conn):
        try:
            data = conn.recv(1024)
            if data:
                conn.send(data.upper())
        except OSError:
            data = b""
        if data:
            heard.append(conn)
            wake.send(b"!")
        else:
            conn.close()

    def ready(sock):
        if sock is server:
            conn, _ = server.accept()
            conn.setblocking(False)
            selector.register(conn, selectors.EVENT_READ)
        elif sock is awake:
            for _ in awake.recv(1024):
                selector.register(heard.pop(), selectors.EVENT_READ)
        else:
            selector.unregister(sock)
            pool.submit(reply, sock)

    def loop():
        try:
            while True:
                for key, _ in selector.select():
                    ready(key.fileobj)
        except (OSError, RuntimeError):
            pass

    selector.register(server, selectors.EVENT_READ)
    selector.register(awake, selectors.EVENT_READ)
    Thread(target=loop, daemon=True).start()
    return pool
