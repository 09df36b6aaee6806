"""Counts every recv that came back, the end of the stream too.

Rejected by: load_counts
"""

import socket


def load(address, n):
    conns = [socket.create_connection(address, timeout=3) for _ in range(n)]
    for conn in conns:
        conn.sendall(b"hello")
    answered = 0
    for conn in conns:
        try:
            conn.recv(1024)
            answered += 1
        except OSError:
            pass
    for conn in conns:
        conn.close()
    return answered
