"""The conversation as a file: write, flush, read(len)."""

import socket


def client(address, messages):
    conn = socket.create_connection(address)
    with conn, conn.makefile("rwb") as file:
        replies = []
        for data in map(str.encode, filter(None, messages)):
            file.write(data)
            file.flush()
            reply = file.read(len(data))
            if len(reply) < len(data):
                raise EOFError("short reply")
            replies.append(reply.decode("utf-8"))
        return replies
