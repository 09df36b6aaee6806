"""What is raised is of a class of the answer's, which is only called EOFError.

Cell: recv_exactly
Expects: recv_exactly 2
"""

Other = type("EOFError", (Exception,), {})


def recv_exactly(conn, n):
    data = b""
    while len(data) < n:
        piece = conn.recv(n - len(data))
        if not piece:
            raise Other
        data += piece
    return data
