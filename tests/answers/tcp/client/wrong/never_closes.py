"""Belief: "The garbage collector closes."

Rejected by: client_closes
"""

import socket

kept = []


def client(address, messages):
    conn = socket.create_connection(address)
    kept.append(conn)
    replies = []
    for message in filter(None, messages):
        data = message.encode()
        conn.sendall(data)
        reply = b""
        while len(reply) < len(data):
            reply += conn.recv(len(data) - len(reply))
        replies.append(reply.decode())
    return replies
