"""Belief: "Connected is answered."

Rejected by: load_counts, load_together
"""

import socket


def load(address, n):
    conns = []
    for _ in range(n):
        try:
            conn = socket.create_connection(address, timeout=3)
            conn.sendall(b"hello")
            conns.append(conn)
        except OSError:
            pass
    for conn in conns:
        conn.close()
    return len(conns)
