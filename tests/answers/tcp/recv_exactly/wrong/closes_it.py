"""Belief: "Whoever has read a message closes the connection."

Rejected by: recv_exactly_no_more
"""


def recv_exactly(conn, n):
    data = b""
    with conn:
        while len(data) < n:
            piece = conn.recv(n - len(data))
            if not piece:
                raise EOFError("the peer closed early")
            data += piece
    return data
