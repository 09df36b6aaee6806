"""Belief: "One recv is one message."

Rejected by: chat_whole
"""


def chat(conn, name, rounds):
    replies = []
    with conn:
        for n in range(rounds):
            conn.sendall(f"{name} {n}".encode())
            piece = conn.recv(1024)
            if not piece:
                break
            replies.append(piece.decode())
    return replies
