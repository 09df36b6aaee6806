"""Counts full answers and expects no reset: the server hangs up in good order."""

import socket


def load(address, n):
    conns = [socket.create_connection(address, timeout=20) for _ in range(n)]
    for conn in conns:
        conn.sendall(b"hello")
    answered = 0
    for conn in conns:
        with conn.makefile("rb") as replies:
            answered += replies.read(5) == b"HELLO"
    for conn in conns:
        conn.close()
    return answered
