"""No check for the empty read.

Rejected by: recv_exactly_early_end
"""


def recv_exactly(conn, n):
    data = b""
    while len(data) < n:
        data += conn.recv(n - len(data))
    return data
