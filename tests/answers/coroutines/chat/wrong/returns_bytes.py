"""Replies as bytes, not as text.

Rejected by: chat_rounds, chat_whole
"""


def chat(conn, name, rounds):
    replies = []
    with conn:
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                piece = conn.recv(1024)
                if not piece:
                    return replies
                reply += piece
            replies.append(reply)
    return replies
