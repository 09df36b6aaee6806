"""Belief: "More workers are better": fifty, whatever max_workers is.

Rejected by: communicate_threads
"""

import select
import threading
from concurrent.futures import ThreadPoolExecutor


def communicate(server, max_workers):
    pool = ThreadPoolExecutor(50)
    idle = [server]

    def reply(conn):
        try:
            data = conn.recv(4096)
            conn.sendall(data.upper())
        except OSError:
            data = b""
        if data:
            idle.append(conn)
        else:
            conn.close()

    def run():
        try:
            while True:
                for sock in select.select(list(idle), [], [], 0.02)[0]:
                    if sock is server:
                        idle.append(server.accept()[0])
                    else:
                        idle.remove(sock)
                        pool.submit(reply, sock)
        except (OSError, RuntimeError, ValueError):
            pass

    threading.Thread(target=run, daemon=True).start()
    return pool
