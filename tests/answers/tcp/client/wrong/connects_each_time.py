"""A new connection for every message.

Rejected by: client_replies
"""

import socket


def client(address, messages):
    replies = []
    for message in messages:
        data = message.encode()
        if not data:
            continue
        with socket.create_connection(address) as conn:
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                chunk = conn.recv(len(data) - len(reply))
                if not chunk:
                    break
                reply += chunk
        replies.append(reply.decode())
    return replies
