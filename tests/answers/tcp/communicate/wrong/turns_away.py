"""The client that finds all workers taken is closed at once.

Rejected by: communicate_answers, communicate_keeps_all
"""

import threading
from concurrent.futures import ThreadPoolExecutor


def communicate(server, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    free = threading.Semaphore(max_workers)

    def talk(conn):
        with conn:
            try:
                while data := conn.recv(4096):
                    conn.sendall(data.upper())
            except OSError:
                pass
        free.release()

    def accept():
        while True:
            try:
                conn, _ = server.accept()
                if free.acquire(blocking=False):
                    pool.submit(talk, conn)
                else:
                    conn.close()
            except (OSError, RuntimeError):
                return

    threading.Thread(target=accept, daemon=True).start()
    return pool
