"""Break instead of continue at an empty message.

Rejected by: client_replies
"""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in messages:
            data = message.encode()
            if not data:
                break
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                chunk = conn.recv(len(data) - len(reply))
                if not chunk:
                    raise EOFError
                reply += chunk
            replies.append(reply.decode())
    return replies
