"""Belief: "recv gives text."

Rejected by: recv_exactly_pieces, recv_exactly_no_more
"""


def recv_exactly(conn, n):
    text = ""
    while len(text) < n:
        piece = conn.recv(n - len(text)).decode()
        if not piece:
            raise EOFError
        text += piece
    return text
