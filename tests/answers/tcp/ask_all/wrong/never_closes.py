"""Belief: "The server closes."

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    if True:
        for msg in filter(None, messages):
            data = msg.encode()
            client.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += client.recv(len(data) - len(reply))
            replies.append(reply.decode())
    return replies
