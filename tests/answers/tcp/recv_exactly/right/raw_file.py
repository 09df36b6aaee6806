"""The socket as an unbuffered file (buffering=0 reads nothing ahead)."""


def recv_exactly(conn, n):
    data = b""
    with conn.makefile("rb", buffering=0) as raw:
        while len(data) < n:
            chunk = raw.read(n - len(data))
            if not chunk:
                raise EOFError("closed after %d of %d bytes" % (len(data), n))
            data += chunk
    return data
