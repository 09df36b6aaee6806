"""Caches the connection per address "for the next call".

Rejected by: client_closes
"""

import socket
from functools import lru_cache

connect = lru_cache(socket.create_connection)


def client(address, messages):
    conn = connect(address)
    replies = []
    for message in messages:
        data = message.encode()
        if not data:
            continue
        conn.sendall(data)
        reply = b""
        while len(reply) < len(data):
            chunk = conn.recv(len(data) - len(reply))
            if not chunk:
                raise EOFError
            reply += chunk
        replies.append(reply.decode())
    return replies
