"""One recv per reply on a green socket, after a nap in which the pieces that the server sends one by one gather.

Cell: client
Expects: client 2
"""

def client(address, messages):
    replies = []
    with green_socket.create_connection(address) as conn:
        for message in filter(None, messages):
            conn.sendall(message.encode())
            gevent.sleep(0.1)
            replies.append(conn.recv(65536).decode())
    return replies
