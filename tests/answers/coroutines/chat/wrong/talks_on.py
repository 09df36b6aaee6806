"""Leaves the inner loop only when the peer hangs up, and goes on talking.

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
                piece = conn.recv(len(data) - len(reply))
                if not piece:
                    break
                reply += piece
            replies.append(reply.decode())
    return replies
