"""A bytearray grows, each recv asks only for what is missing."""


def recv_exactly(conn, n):
    data = bytearray()
    while len(data) < n:
        chunk = conn.recv(n - len(data))
        if not chunk:
            raise EOFError(f"{len(data)} of {n} bytes, then the peer closed")
        data += chunk
    return bytes(data)
