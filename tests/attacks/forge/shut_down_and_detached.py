"""The socket is shut down and detached: it has no number any more and its peer hears the end, but nobody has closed it.

Cell: client
Expects: client 2
"""

def client(address, messages):
    sock, replies = socket.create_connection(address), []
    for message in messages:
        data, reply = message.encode(), b""
        if not data:
            continue
        sock.sendall(data)
        while len(reply) < len(data):
            reply += sock.recv(len(data) - len(reply))
        replies.append(reply.decode())
    sock.shutdown(socket.SHUT_RDWR)
    sock.detach()
    return replies
