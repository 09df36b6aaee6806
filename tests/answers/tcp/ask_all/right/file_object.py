"""A file object reads as many bytes as it is asked for."""


def ask_all(client, messages):
    replies = []
    with client, client.makefile("rb") as incoming:
        for data in map(str.encode, filter(None, messages)):
            client.sendall(data)
            replies.append(incoming.read(len(data)).decode())
    return replies
