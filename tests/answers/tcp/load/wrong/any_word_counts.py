"""Belief: "Whoever hears anything has been answered."

Rejected by: load_counts
"""

import socket


def load(address, n):
    conns = [socket.create_connection(address) for _ in range(n)]
    for conn in conns:
        conn.sendall(b"hello")
    answered = 0
    for conn in conns:
        answered += conn.recv(1) != b""
    for conn in conns:
        conn.close()
    return answered
