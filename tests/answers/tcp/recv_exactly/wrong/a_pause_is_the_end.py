"""Belief: "Who is silent for long has closed."

Rejected by: recv_exactly_pieces
"""


def recv_exactly(conn, n):
    conn.settimeout(60)
    data = b""
    while len(data) < n:
        try:
            piece = conn.recv(n - len(data))
        except TimeoutError:
            piece = b""
        if not piece:
            raise EOFError("the peer closed early")
        data += piece
    return data
