"""A message larger than any buffer comes in pieces by itself."""

import socket
from threading import Thread


def check_recv_exactly(recv_exactly):
    size = 500_000
    here, there = socket.socketpair()
    with here, there:

        def send():
            try:
                here.sendall(bytes(size) + b"next")
                here.shutdown(socket.SHUT_WR)
            except OSError:
                pass

        Thread(target=send).start()
        assert len(recv_exactly(there, size)) == size
        assert recv_exactly(there, 4) == b"next"
        try:
            recv_exactly(there, 1)
        except EOFError:
            pass
        else:
            raise AssertionError
    here, there = socket.socketpair()
    with here, there:
        here.sendall(b"ab")
        here.shutdown(socket.SHUT_WR)
        try:
            recv_exactly(there, 3)
        except EOFError:
            return
        return False
