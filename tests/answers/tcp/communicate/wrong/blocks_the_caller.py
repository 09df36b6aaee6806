"""Accepts in the calling thread, and never comes back.

Rejected by: communicate_answers, communicate_keeps_all, communicate_threads
"""

from concurrent.futures import ThreadPoolExecutor


def communicate(server, max_workers):
    def talk(conn):
        with conn:
            try:
                while data := conn.recv(4096):
                    conn.sendall(data.upper())
            except OSError:
                pass

    pool = ThreadPoolExecutor(max_workers)
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return pool
        pool.submit(talk, conn)
