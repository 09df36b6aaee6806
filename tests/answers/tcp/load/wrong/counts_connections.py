"""Belief: "Connected is answered."

Rejected by: load_counts
"""

import socket

KEPT = []


def load(address, n):
    KEPT.extend(socket.create_connection(address, timeout=3) for _ in range(n))
    return n
