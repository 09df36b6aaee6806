"""`with` closes, a loop reads the whole reply."""


def ask_all(client, messages):
    replies = []
    with client:
        for msg in messages:
            if not msg:
                continue
            data = msg.encode("utf-8")
            client.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += client.recv(len(data) - len(reply))
            replies.append(reply.decode("utf-8"))
    return replies
