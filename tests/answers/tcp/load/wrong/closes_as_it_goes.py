"""Connects all, then asks and closes one by one.

Rejected by: load_together
"""

import socket


def load(address, n):
    conns = [socket.create_connection(address, timeout=3) for _ in range(n)]
    answered = 0
    for conn in conns:
        with conn:
            try:
                conn.sendall(b"hello")
                answered += conn.makefile("rb").read(5) == b"HELLO"
            except OSError:
                pass
    return answered
