"""EOFError only when nothing at all came.

Rejected by: recv_exactly_early_end
"""


def recv_exactly(conn, n):
    data = b""
    while len(data) < n:
        chunk = conn.recv(n - len(data))
        if not chunk:
            if not data:
                raise EOFError
            return data
        data += chunk
    return data
