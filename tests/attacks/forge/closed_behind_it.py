"""It closes the connection behind the message, and the next one can never be read.

Cell: recv_exactly
Expects: recv_exactly 2
Reason: the rest is the next message
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
