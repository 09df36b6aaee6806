"""Belief: "Every message has a reply", the empty one too.

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    with client:
        for msg in messages:
            data = msg.encode()
            client.sendall(data)
            reply = client.recv(1024)
            while len(reply) < len(data):
                reply += client.recv(1024)
            replies.append(reply.decode())
    return replies
