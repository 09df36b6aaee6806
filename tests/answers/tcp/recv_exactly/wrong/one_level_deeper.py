"""Each piece is a call within the call for the one before.

Rejected by: recv_exactly_pieces
"""


def recv_exactly(conn, n):
    if n == 0:
        return b""
    piece = conn.recv(n)
    if not piece:
        raise EOFError("the peer closed early")
    return piece + recv_exactly(conn, n - len(piece))
