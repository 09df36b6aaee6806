"""Belief: "recv(n) gives n bytes."

Rejected by: recv_exactly_early_end, recv_exactly_no_more, recv_exactly_pieces
"""


def recv_exactly(conn, n):
    if n == 0:
        return b""
    data = conn.recv(n)
    if not data:
        raise EOFError
    return data
