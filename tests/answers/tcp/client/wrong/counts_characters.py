"""Belief: "A character is a byte": waits for len(message) bytes.

Rejected by: client_whole
"""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in messages:
            if not message:
                continue
            conn.sendall(message.encode())
            reply = b""
            while len(reply) < len(message):
                chunk = conn.recv(len(message) - len(reply))
                if not chunk:
                    break
                reply += chunk
            replies.append(reply.decode(errors="replace"))
    return replies
