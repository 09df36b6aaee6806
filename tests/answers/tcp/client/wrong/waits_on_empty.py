"""Recv first, then looks whether it is complete, also for "".

Rejected by: client_replies
"""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in messages:
            data = message.encode()
            conn.sendall(data)
            reply = conn.recv(max(1, len(data)))
            while len(reply) < len(data):
                chunk = conn.recv(len(data) - len(reply))
                if not chunk:
                    raise EOFError
                reply += chunk
            replies.append(reply.decode())
    return replies
