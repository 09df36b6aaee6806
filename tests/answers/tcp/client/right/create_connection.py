"""Create_connection in a with, count the bytes of each reply, decode at the end."""

import socket


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in messages:
            data = message.encode()
            if not data:
                continue
            conn.sendall(data)
            reply = bytearray()
            while len(reply) < len(data):
                chunk = conn.recv(len(data) - len(reply))
                if not chunk:
                    raise EOFError("server closed in the middle of a reply")
                reply += chunk
            replies.append(reply.decode())
    return replies
