"""Belief: "q is the end", as in the tutorial's last client.

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    with client:
        for msg in messages:
            if msg == "q":
                break
            if not msg:
                continue
            data = msg.encode("utf-8")
            client.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += client.recv(len(data) - len(reply))
            replies.append(reply.decode("utf-8"))
    return replies
