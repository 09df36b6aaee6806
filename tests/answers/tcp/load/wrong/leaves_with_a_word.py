"""Each client says good-bye when it has its answer, and goes.

Rejected by: load_together
"""

import socket
from threading import Thread


def load(address, n):
    answered = []

    def visit():
        with socket.create_connection(address) as conn:
            conn.sendall(b"hello")
            reply = b""
            while len(reply) < 5 and (piece := conn.recv(5 - len(reply))):
                reply += piece
            if reply == b"HELLO":
                answered.append(conn)
                conn.sendall(b"bye")

    threads = [Thread(target=visit) for _ in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(answered)
