"""The connection is shut down in both directions at first: a real one says and hears nothing more, the scripted one goes on.

Cell: chat
Expects: chat 0
"""

import socket


def chat(conn, name, rounds):
    replies = []
    with conn:
        conn.shutdown(socket.SHUT_RDWR)
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                piece = conn.recv(len(data) - len(reply))
                if not piece:
                    return replies
                reply += piece
            replies.append(reply.decode())
    return replies
