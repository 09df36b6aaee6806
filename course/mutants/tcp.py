"""Versions of `recv_exactly(conn, n)`: two right ones, and wrong ones that look as if they worked."""

from __future__ import annotations

import socket


def with_a_loop(conn: socket.socket, n: int) -> bytes:
    """Right: ask for what is missing until nothing is."""
    data = b""
    while len(data) < n:
        piece = conn.recv(n - len(data))
        if not piece:
            raise EOFError("the peer closed early")
        data += piece
    return data


def into_a_buffer(conn: socket.socket, n: int) -> bytes:
    """Right: fill a buffer of the right size."""
    buffer, have = bytearray(n), 0
    while have < n:
        got = conn.recv_into(memoryview(buffer)[have:])
        if got == 0:
            raise EOFError("the peer closed early")
        have += got
    return bytes(buffer)


def one_recv(conn: socket.socket, n: int) -> bytes:
    """Wrong: takes one `recv` for one message."""
    data = conn.recv(n)
    if not data and n:
        raise EOFError("the peer closed early")
    return data


def reads_ahead(conn: socket.socket, n: int) -> bytes:
    """Wrong: takes more than it was asked for, and loses it."""
    data = b""
    while len(data) < n:
        piece = conn.recv(1024)
        if not piece:
            raise EOFError("the peer closed early")
        data += piece
    return data[:n]


def short_at_the_end(conn: socket.socket, n: int) -> bytes:
    """Wrong: gives what there is when the peer closes early, as if that were all."""
    data = b""
    while len(data) < n:
        piece = conn.recv(n - len(data))
        if not piece:
            break
        data += piece
    return data
