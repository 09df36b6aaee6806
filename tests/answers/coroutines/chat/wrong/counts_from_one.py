"""Belief: "The first is number 1."

Rejected by: chat_rounds, chat_whole
"""


def chat(conn, name, rounds):
    replies = []
    with conn:
        for n in range(1, rounds + 1):
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
