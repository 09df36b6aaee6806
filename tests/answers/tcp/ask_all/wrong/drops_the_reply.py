"""Reads the reply and forgets it.

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    with client:
        for msg in filter(None, messages):
            client.sendall(msg.encode())
            client.recv(1024)
    return replies
