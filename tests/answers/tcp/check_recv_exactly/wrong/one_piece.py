"""Everything comes in one piece, and nothing ends.

Rejected by: check_recv_exactly_pieces, check_recv_exactly_end
"""

import socket


def check_recv_exactly(recv_exactly):
    here, there = socket.socketpair()
    with here, there:
        there.settimeout(2)
        here.sendall(b"hello and more")
        assert recv_exactly(there, 5) == b"hello"
        assert there.recv(100) == b" and more"
