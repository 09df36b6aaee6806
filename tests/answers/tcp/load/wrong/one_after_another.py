"""Connects, asks, closes, and only then comes the next.

Rejected by: load_counts, load_together
"""

import socket


def load(address, n):
    answered = 0
    for _ in range(n):
        try:
            with socket.create_connection(address, timeout=3) as conn:
                conn.sendall(b"hello")
                if conn.recv(1024):
                    answered += 1
        except OSError:
            pass
    return answered
