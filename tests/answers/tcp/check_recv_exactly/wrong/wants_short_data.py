"""Belief: "At the end one gets what there is."

Rejected by: check_recv_exactly_pieces, check_recv_exactly_end
"""

import socket


def check_recv_exactly(recv_exactly):
    here, there = socket.socketpair()
    with here, there:
        there.settimeout(2)
        here.sendall(b"abc")
        here.close()
        assert recv_exactly(there, 5) == b"abc"
