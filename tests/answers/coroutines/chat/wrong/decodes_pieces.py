"""Belief: "Each piece is text": a character is cut in two.

Rejected by: chat_whole
"""


def chat(conn, name, rounds):
    replies = []
    with conn:
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = ""
            while len(reply.encode()) < len(data):
                piece = conn.recv(1024)
                if not piece:
                    return replies
                reply += piece.decode()
            replies.append(reply)
    return replies
