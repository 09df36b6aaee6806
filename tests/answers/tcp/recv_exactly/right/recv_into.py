"""One buffer of n bytes, recv_into a shrinking memoryview."""


def recv_exactly(conn, n):
    buffer = bytearray(n)
    view = memoryview(buffer)
    while view:
        got = conn.recv_into(view)
        if got == 0:
            raise EOFError("peer closed early")
        view = view[got:]
    return bytes(buffer)
