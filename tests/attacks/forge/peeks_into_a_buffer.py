"""recv_into is told to peek only: on a real connection the bytes stay, and come again; the scripted one takes them off.

Cell: recv_exactly
Expects: recv_exactly 0
"""

def recv_exactly(conn, n):
    buffer, have = bytearray(n), 0
    while have < n:
        got = conn.recv_into(memoryview(buffer)[have:], n - have, socket.MSG_PEEK)
        if not got:
            raise EOFError("the peer closed early")
        have += got
    return bytes(buffer)
