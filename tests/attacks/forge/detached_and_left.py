"""The socket is shut down and detached from its descriptor, which stays open: it looks closed to both sides.

Cell: client
Expects: client 2
Reason: of its sockets were still open
"""

def client(address, messages):
    replies = []
    conn = socket.create_connection(address)
    for message in filter(None, messages):
        data = message.encode()
        conn.sendall(data)
        reply = b""
        while len(reply) < len(data):
            piece = conn.recv(len(data) - len(reply))
            if not piece:
                raise EOFError("the server closed early")
            reply += piece
        replies.append(reply.decode())
    conn.shutdown(socket.SHUT_RDWR)
    conn.detach()
    return replies
