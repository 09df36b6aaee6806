"""Stops counting at the first client that had no answer.

Rejected by: load_counts
"""

import socket


def load(address, n):
    conns = [socket.create_connection(address) for _ in range(n)]
    for conn in conns:
        conn.sendall(b"hello")
    answered = 0
    for conn in conns:
        reply = b""
        while len(reply) < 5 and (piece := conn.recv(5 - len(reply))):
            reply += piece
        if reply != b"HELLO":
            break
        answered += 1
    for conn in conns:
        conn.close()
    return answered
