"""Belief: "Only the network can fail": a greenlet that is killed leaves the connection open.

Rejected by: chat_closes
"""


def chat(conn, name, rounds):
    replies, there = [], True
    try:
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = b""
            while there and len(reply) < len(data):
                piece = conn.recv(len(data) - len(reply))
                there = bool(piece)
                reply += piece
            if not there:
                break
            replies.append(reply.decode())
    except OSError:
        conn.close()
        raise
    conn.close()
    return replies
