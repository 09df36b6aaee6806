"""Closes after each round.

Rejected by: chat_rounds, chat_whole, chat_closes
"""


def chat(conn, name, rounds):
    replies = []
    for n in range(rounds):
        with conn:
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                piece = conn.recv(1024)
                if not piece:
                    return replies
                reply += piece
            replies.append(reply.decode())
    return replies
