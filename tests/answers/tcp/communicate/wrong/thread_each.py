"""A thread per client beside a pool that does nothing.

Rejected by: communicate_threads
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def communicate(server, max_workers):
    pool = ThreadPoolExecutor(max_workers)

    def talk(conn):
        with conn:
            try:
                while data := conn.recv(4096):
                    conn.sendall(data.upper())
            except OSError:
                pass

    def accept():
        while True:
            try:
                conn, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(conn,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return pool
