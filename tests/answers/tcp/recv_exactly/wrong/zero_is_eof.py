"""Reads first and looks afterwards: for n = 0 nothing is an early end.

Rejected by: recv_exactly_pieces
"""


def recv_exactly(conn, n):
    data = b""
    while True:
        chunk = conn.recv(n - len(data))
        if not chunk:
            raise EOFError
        data += chunk
        if len(data) == n:
            return data
