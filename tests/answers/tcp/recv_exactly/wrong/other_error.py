"""Belief: "Any exception will do."

Rejected by: recv_exactly_early_end
"""


def recv_exactly(conn, n):
    data = b""
    while len(data) < n:
        piece = conn.recv(n - len(data))
        if not piece:
            raise ConnectionError("closed")
        data += piece
    return data
