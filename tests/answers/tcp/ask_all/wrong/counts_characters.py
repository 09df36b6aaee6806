"""Belief: "A character is a byte."

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    with client:
        for msg in filter(None, messages):
            client.sendall(msg.encode())
            reply = b""
            while len(reply) < len(msg):
                reply += client.recv(len(msg) - len(reply))
            replies.append(reply.decode(errors="replace"))
    return replies
