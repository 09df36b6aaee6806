"""Keeps the replies in a dictionary by their messages: who asks twice gets one.

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = {}
    with client:
        for msg in messages:
            if not msg:
                continue
            data = msg.encode("utf-8")
            client.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += client.recv(len(data) - len(reply))
            replies[msg] = reply.decode("utf-8")
    return list(replies.values())
