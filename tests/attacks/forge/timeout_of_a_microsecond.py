"""The connection gets a timeout of a microsecond: a real one fails when nothing has come yet, the scripted one never waits.

Cell: recv_exactly
Expects: recv_exactly 0
"""

def recv_exactly(conn, n):
    conn.settimeout(0.000001)
    data = b""
    while len(data) < n:
        piece = conn.recv(n - len(data))
        if not piece:
            raise EOFError("the peer closed early")
        data += piece
    return data
