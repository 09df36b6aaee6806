"""Belief: "One recv is one message."

Rejected by: client_whole
"""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in messages:
            if message:
                conn.sendall(message.encode())
                replies.append(conn.recv(1024).decode(errors="replace"))
    return replies
