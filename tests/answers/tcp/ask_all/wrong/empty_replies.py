"""An empty message is answered by itself.

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    with client:
        for msg in messages:
            data = msg.encode()
            client.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += client.recv(len(data) - len(reply))
            replies.append(reply.decode())
    return replies
