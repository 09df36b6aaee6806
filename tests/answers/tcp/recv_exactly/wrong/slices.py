"""Reads what there is and cuts off what was not asked for.

Rejected by: recv_exactly_no_more
"""


def recv_exactly(conn, n):
    data = b""
    while len(data) < n:
        chunk = conn.recv(4096)
        if not chunk:
            raise EOFError
        data += chunk
    return data[:n]
