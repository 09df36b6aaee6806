"""Collects the replies, and closes after the first.

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    for msg in messages:
        if msg:
            data = msg.encode()
            client.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += client.recv(len(data) - len(reply))
            replies.append(reply.decode())
            client.close()
    return replies
