"""Never closes a socket of the class below `socket.socket`; it only says that it has said everything.

Rejected by: client_closes
"""

import socket


KEPT = []


def client(address, messages):
    conn = socket.SocketType(socket.AF_INET, socket.SOCK_STREAM)
    KEPT.append(conn)
    conn.connect(address)
    replies = []
    for data in map(str.encode, filter(None, messages)):
        conn.sendall(data)
        reply = b""
        while len(reply) < len(data):
            piece = conn.recv(len(data) - len(reply))
            if not piece:
                raise EOFError("the server closed early")
            reply += piece
        replies.append(reply.decode())
    conn.shutdown(socket.SHUT_WR)
    return replies
