"""The bytes are only peeked at, and stay on a real connection: the scripted one takes them off.

Cell: recv_exactly
Expects: recv_exactly 0
"""

def recv_exactly(conn, n):
    data = b""
    while len(data) < n:
        piece = conn.recv(n - len(data), socket.MSG_PEEK)
        if not piece:
            raise EOFError
        data += piece
    return data
