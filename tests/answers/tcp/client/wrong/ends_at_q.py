"""Belief: "q is the end", as in the tutorial's last client.

Rejected by: client_replies
"""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in messages:
            if message == "q":
                break
            if not message:
                continue
            data = message.encode()
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += conn.recv(len(data) - len(reply)) or fail()
            replies.append(reply.decode())
    return replies


def fail():
    raise EOFError("the server closed early")
