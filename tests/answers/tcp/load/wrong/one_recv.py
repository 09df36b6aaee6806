"""One recv for each answer.

Rejected by: load_counts
"""

import socket


def load(address, n):
    conns = [socket.create_connection(address) for _ in range(n)]
    for conn in conns:
        conn.sendall(b"hello")
    answered = 0
    for conn in conns:
        answered += conn.recv(1024) == b"HELLO"
    for conn in conns:
        conn.close()
    return answered
