"""An off by one: the last client never asks.

Rejected by: load_together, load_counts
"""

import socket


def load(address, n):
    conns = [socket.create_connection(address, timeout=3) for _ in range(n)]
    answered = 0
    for conn in conns[:-1]:
        conn.sendall(b"hello")
    for conn in conns[:-1]:
        answered += conn.recv(5) == b"HELLO"
    for conn in conns:
        conn.close()
    return answered
