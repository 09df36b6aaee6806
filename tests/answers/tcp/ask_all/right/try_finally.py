"""`try` and `finally`; the list is made by a helper."""


def ask(client, data):
    client.sendall(data)
    parts, missing = [], len(data)
    while missing:
        parts.append(client.recv(missing))
        missing -= len(parts[-1])
    return b"".join(parts).decode()


def ask_all(client, messages):
    try:
        return [ask(client, message.encode()) for message in messages if message]
    finally:
        client.close()
