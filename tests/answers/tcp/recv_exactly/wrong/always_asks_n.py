"""Asks for n again each time, and takes too much after a short read.

Rejected by: recv_exactly_no_more
"""


def recv_exactly(conn, n):
    data = b""
    while len(data) < n:
        chunk = conn.recv(n)
        if not chunk:
            raise EOFError
        data += chunk
    return data
