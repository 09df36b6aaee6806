"""Belief: "Each piece is text": a character is cut in two.

Rejected by: client_whole
"""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in messages:
            if not message:
                continue
            expected = len(message.encode())
            conn.sendall(message.encode())
            text = ""
            while len(text.encode()) < expected:
                chunk = conn.recv(4096)
                if not chunk:
                    break
                text += chunk.decode()
            replies.append(text)
    return replies
