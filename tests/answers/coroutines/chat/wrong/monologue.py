"""Says everything first and only then reads the replies: there are no rounds.

Rejected by: chat_rounds
"""


def chat(conn, name, rounds):
    with conn:
        messages = [f"{name} {n}".encode() for n in range(rounds)]
        conn.sendall(b"".join(messages))
        replies = []
        for message in messages:
            reply = b""
            while len(reply) < len(message):
                piece = conn.recv(len(message) - len(reply))
                if not piece:
                    return replies
                reply += piece
            replies.append(reply.decode())
        return replies
