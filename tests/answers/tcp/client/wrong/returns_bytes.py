"""Replies as bytes, not as text.

Rejected by: client_replies, client_whole
"""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in filter(None, messages):
            data = message.encode()
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += conn.recv(len(data) - len(reply))
            replies.append(reply)
    return replies
