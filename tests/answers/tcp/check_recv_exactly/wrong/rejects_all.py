"""Wants text.

Rejected by: check_recv_exactly_pieces, check_recv_exactly_end
"""

import socket


def check_recv_exactly(recv_exactly):
    here, there = socket.socketpair()
    with here, there:
        there.settimeout(2)
        here.sendall(b"hello")
        assert recv_exactly(there, 5) == "hello"
