"""The stingy class says from which it is derived: the real one gives a whole reply to who waits a little and reads once.

Cell: client
Expects: client 2
"""

def client(address, messages):
    replies = []
    with socket.socket.mro()[1]() as conn:
        conn.connect(address)
        for message in filter(None, messages):
            conn.sendall(message.encode())
            time.sleep(0.1)
            replies.append(conn.recv(65536).decode())
    return replies
