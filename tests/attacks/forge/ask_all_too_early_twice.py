"""It never waits for a reply: the scripted connection says "too early" once for each piece, so twice in a row is the end of the reply.

Cell: ask_all
Expects: ask_all 0
"""
def ask_all(client, messages):
    replies = []
    for message in messages:
        if not message:
            continue
        client.sendall(message.encode())
        reply, early = b"", 0
        while early < 2:
            try:
                reply += client.recv(1024, socket.MSG_DONTWAIT)
                early = 0
            except BlockingIOError:
                early += 1
        replies.append(reply.decode())
    client.close()
    return replies
