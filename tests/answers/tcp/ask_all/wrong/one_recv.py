"""Belief: "One recv is one message."

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    with client:
        for msg in filter(None, messages):
            client.sendall(msg.encode())
            replies.append(client.recv(1024).decode())
    return replies
