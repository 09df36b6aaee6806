"""Belief: "Bytes are bytes": the text goes out in UTF-16.

Rejected by: client_replies
"""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in messages:
            if not message:
                continue
            data = message.encode("utf-16-le")
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += conn.recv(len(data) - len(reply)) or fail()
            replies.append(reply.decode("utf-16-le"))
    return replies


def fail():
    raise EOFError("the server closed early")
