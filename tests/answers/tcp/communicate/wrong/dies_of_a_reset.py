"""Reads on the thread that waits for all, where one client's reset is the end for everybody.

Rejected by: communicate_answers, communicate_keeps_all
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

    def reply(conn, data):
        try:
            conn.sendall(data.upper())
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
            selector.register(conn, selectors.EVENT_READ)
        elif sock is awake:
            for _ in awake.recv(1024):
                selector.register(heard.pop(), selectors.EVENT_READ)
        else:
            selector.unregister(sock)
            pool.submit(reply, sock, sock.recv(1024))

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
