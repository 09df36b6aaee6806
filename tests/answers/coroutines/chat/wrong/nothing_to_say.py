"""Belief: "Nothing said, nothing to close."

Rejected by: chat_closes
"""


def chat(conn, name, rounds):
    replies = []
    if not rounds:
        return replies
    with conn:
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                piece = conn.recv(len(data) - len(reply))
                if not piece:
                    return replies
                reply += piece
            replies.append(reply.decode())
    return replies
