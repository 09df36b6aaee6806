"""Belief: "Bytes are bytes": the text goes out in UTF-16.

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    with client:
        for msg in messages:
            if not msg:
                continue
            data = msg.encode("utf-16-le")
            client.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += client.recv(len(data) - len(reply))
            replies.append(reply.decode("utf-16-le"))
    return replies
