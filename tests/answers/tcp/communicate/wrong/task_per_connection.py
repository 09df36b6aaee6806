"""The tutorial's server: a task of the pool is a whole conversation.

Rejected by: communicate_answers, communicate_keeps_all
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
                pool.submit(talk, conn)
            except (OSError, RuntimeError):
                return

    threading.Thread(target=accept, daemon=True).start()
    return pool
