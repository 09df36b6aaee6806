"""The client uses gevent's sockets, which the probe's stingy class and its book of open ones know nothing of: it sleeps, reads once, and leaves its socket open.

Cell: client
Expects: client 0
"""
kept = []


def client(address, messages):
    conn = green_socket.create_connection(address)
    kept.append(conn)
    replies = []
    for message in messages:
        if message:
            conn.sendall(message.encode())
            gevent.sleep(0.4)
            replies.append(conn.recv(65536).decode())
    conn.shutdown(socket.SHUT_WR)
    return replies
