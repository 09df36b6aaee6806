"""Belief: "What has come is the reply", even if the peer hung up in the middle of it.

Rejected by: chat_whole
"""


def chat(conn, name, rounds):
    replies = []
    with conn:
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply, piece = b"", b"?"
            while piece and len(reply) < len(data):
                piece = conn.recv(len(data) - len(reply))
                reply += piece
            if reply:
                replies.append(reply.decode())
            if not piece:
                break
    return replies
