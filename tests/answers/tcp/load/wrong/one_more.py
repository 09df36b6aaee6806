"""An off by one: counts one too many.

Rejected by: load_together, load_counts
"""

import socket


def load(address, n):
    conns = [socket.create_connection(address, timeout=20) for _ in range(n)]
    answered = 1
    for conn in conns:
        conn.sendall(b"hello")
    for conn in conns:
        answered += conn.recv(5) == b"HELLO"
    for conn in conns:
        conn.close()
    return answered
