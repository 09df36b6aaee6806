"""The tutorial's client: closes inside the loop, drops the reply.

Rejected by: ask_all_fixed
"""


def ask_all(client, messages):
    replies = []
    for msg in messages:
        if not msg:
            continue
        client.send(msg.encode("utf-8"))
        client.recv(1024)
        client.close()
    return replies
