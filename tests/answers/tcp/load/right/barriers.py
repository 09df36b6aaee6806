"""A thread per client, one barrier after connecting and one before closing."""

import socket
from threading import Barrier, BrokenBarrierError, Lock, Thread


def load(address, n):
    if n == 0:
        return 0
    connected = Barrier(n)
    finished = Barrier(n)
    lock = Lock()
    answered = 0

    def one():
        nonlocal answered
        try:
            with socket.create_connection(address, timeout=5) as conn:
                connected.wait(10)
                try:
                    conn.sendall(b"ping")
                    reply = b""
                    while len(reply) < 4:
                        chunk = conn.recv(4 - len(reply))
                        if not chunk:
                            break
                        reply += chunk
                    if reply == b"PING":
                        with lock:
                            answered += 1
                except OSError:
                    pass
                finished.wait(20)
        except OSError:
            connected.abort()
            finished.abort()
        except BrokenBarrierError:
            pass

    threads = [Thread(target=one) for _ in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answered
