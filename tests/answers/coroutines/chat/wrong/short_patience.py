"""Belief: "Who has not answered after a moment never will."

Rejected by: chat_rounds, chat_whole
"""


def chat(conn, name, rounds):
    replies = []
    with conn:
        conn.settimeout(0.2)
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                try:
                    piece = conn.recv(len(data) - len(reply))
                except TimeoutError:
                    return replies
                if not piece:
                    return replies
                reply += piece
            replies.append(reply.decode())
    return replies
