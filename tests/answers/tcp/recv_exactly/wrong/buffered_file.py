"""A buffered file reads ahead, and the next message with it.

Rejected by: recv_exactly_no_more
"""


def recv_exactly(conn, n):
    with conn.makefile("rb") as file:
        data = file.read(n)
    if len(data) < n:
        raise EOFError
    return data
