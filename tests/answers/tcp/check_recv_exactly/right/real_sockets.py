"""A pair of sockets, and a second piece that comes later."""

import socket
import threading


def check_recv_exactly(recv_exactly):
    here, there = socket.socketpair()
    with here, there:
        there.settimeout(2)
        here.sendall(b"hel")
        later = threading.Timer(0.1, lambda: here.fileno() != -1 and here.sendall(b"lo and more"))
        later.start()
        assert recv_exactly(there, 5) == b"hello"
        later.join()
        assert there.recv(100) == b" and more"
        here.sendall(b"abc")
        here.close()
        try:
            recv_exactly(there, 5)
        except EOFError:
            return
        raise AssertionError("the peer closed early")
