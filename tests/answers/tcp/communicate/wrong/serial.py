"""One thread serves one conversation after the other.

Rejected by: communicate_answers, communicate_keeps_all, communicate_threads
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Thread


def communicate(server, max_workers):
    pool = ThreadPoolExecutor(max_workers)

    def loop():
        try:
            while True:
                conn, _ = server.accept()
                with conn:
                    while data := conn.recv(1024):
                        conn.sendall(data.upper())
        except OSError:
            pass

    Thread(target=loop, daemon=True).start()
    return pool
