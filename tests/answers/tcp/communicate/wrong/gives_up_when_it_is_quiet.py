"""Belief: "Nothing for a second: all have gone."

Rejected by: communicate_keeps_all
"""

import select
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def communicate(server, max_workers):
    pool = ThreadPoolExecutor(max_workers)
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

    def loop():
        heard = time.monotonic()
        while time.monotonic() < heard + 1:
            ready, _, _ = select.select(list(idle), [], [], 0.02)
            if ready:
                heard = time.monotonic()
            for sock in ready:
                if sock is server:
                    idle.append(server.accept()[0])
                else:
                    idle.remove(sock)
                    pool.submit(reply, sock)

    def run():
        try:
            loop()
        except (OSError, RuntimeError, ValueError):
            pass

    threading.Thread(target=run, daemon=True).start()
    return pool
