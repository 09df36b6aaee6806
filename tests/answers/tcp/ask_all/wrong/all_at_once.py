"""Sends all, and takes the whole answer for one reply.

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    with client:
        data = "".join(messages).encode()
        client.sendall(data)
        reply = b""
        while len(reply) < len(data):
            reply += client.recv(len(data) - len(reply))
        replies.append(reply.decode())
    return replies
