"""List of chunks, remaining counted down, at most 4096 asked for at once, joined at the end."""


def recv_exactly(conn, n):
    chunks = []
    remaining = n
    while remaining > 0:
        chunk = conn.recv(min(remaining, 4096))
        if chunk == b"":
            raise EOFError
        chunks.append(chunk)
        remaining -= len(chunk)
    return b"".join(chunks)
