"""The size that recv gets is an object that answers otherwise when it is asked again.

Cell: recv_exactly
Expects: recv_exactly 2
"""

class Size:
    def __init__(self, n):
        self.n, self.compared = n, False

    def __lt__(self, other):
        self.compared = True
        return self.n < other

    def __gt__(self, other):
        return self.n > other

    def __index__(self):
        if self.compared:
            self.compared = False
            return self.n
        return 65536


def recv_exactly(conn, n):
    data = b""
    while len(data) < n:
        piece = conn.recv(Size(n - len(data)))
        if not piece:
            raise EOFError
        data += piece
    return data[:n]
