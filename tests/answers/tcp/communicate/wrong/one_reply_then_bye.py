"""Selector and pool, but the worker closes after its reply.

Rejected by: communicate_answers, communicate_keeps_all
"""

import selectors
import threading
from concurrent.futures import ThreadPoolExecutor


def communicate(server, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    selector = selectors.DefaultSelector()
    selector.register(server, selectors.EVENT_READ)

    def answer(conn):
        with conn:
            try:
                conn.sendall(conn.recv(4096).upper())
            except OSError:
                pass

    def dispatch():
        while True:
            for key, _ in selector.select():
                try:
                    if key.fileobj is server:
                        conn, _ = server.accept()
                        selector.register(conn, selectors.EVENT_READ)
                    else:
                        selector.unregister(key.fileobj)
                        pool.submit(answer, key.fileobj)
                except (OSError, RuntimeError):
                    return

    threading.Thread(target=dispatch, daemon=True).start()
    return pool
