"""Belief: "An empty message is the end."

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    with client:
        for msg in messages:
            if not msg:
                break
            data = msg.encode()
            client.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += client.recv(len(data) - len(reply))
            replies.append(reply.decode())
    return replies
