"""Past the socket that gives two bytes at a time to the class behind it, when everything has come.

Cell: client
Expects: client 2
Reason: two bytes at a time
"""

import socket
import time


def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        for message in filter(None, messages):
            socket.SocketType.sendall(conn, message.encode())
            time.sleep(0.3)
            replies.append(socket.SocketType.recv(conn, 65536).decode())
    return replies
