"""Closes after the loop, and only there.

Rejected by: chat_closes
"""


def chat(conn, name, rounds):
    replies = []
    if True:
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                piece = conn.recv(1024)
                if not piece:
                    return replies
                reply += piece
            replies.append(reply.decode())
    conn.close()
    return replies
