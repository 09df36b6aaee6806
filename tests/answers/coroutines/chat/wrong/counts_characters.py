"""Belief: "A character is a byte."

Rejected by: chat_whole
"""


def chat(conn, name, rounds):
    replies = []
    with conn:
        for n in range(rounds):
            message = f"{name} {n}"
            conn.sendall(message.encode())
            reply = b""
            while len(reply) < len(message):
                piece = conn.recv(len(message) - len(reply))
                if not piece:
                    return replies
                reply += piece
            replies.append(reply.decode(errors="replace"))
    return replies
