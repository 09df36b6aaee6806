"""Never looks for the empty read, and reads it for ever.

Rejected by: recv_exactly_early_end
"""


def recv_exactly(conn, n):
    data = b""
    while len(data) < n:
        data += conn.recv(n - len(data))
    return data
