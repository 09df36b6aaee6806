"""A connection made by hand, which gives two bytes at a time."""


class Conn:
    def __init__(self, data):
        self.data = data

    def recv(self, n):
        piece, self.data = self.data[: min(n, 2)], self.data[min(n, 2) :]
        return piece

    def recv_into(self, buffer):
        piece = self.recv(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def check_recv_exactly(recv_exactly):
    conn = Conn(b"hello world")
    assert recv_exactly(conn, 5) == b"hello"
    assert conn.data == b" world"
    try:
        recv_exactly(conn, 7)
    except EOFError:
        return
    assert False, "too little, and no EOFError"
