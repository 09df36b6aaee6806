"""Waits for an answer to a question that it never asked.

Rejected by: load_together, load_counts
"""

import socket


def load(address, n):
    conns = [socket.create_connection(address, timeout=2) for _ in range(n)]
    answered = 0
    for conn in conns:
        try:
            answered += bool(conn.recv(5))
        except TimeoutError:
            pass
    for conn in conns:
        conn.close()
    return answered
