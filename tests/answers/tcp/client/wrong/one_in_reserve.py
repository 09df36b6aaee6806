"""A second connection waits, in case the first one breaks.

Rejected by: client_replies
"""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn, socket.create_connection(address):
        for message in messages:
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
