"""Asks for n again each time.

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
