"""Belief: "recv waits": at the end of the stream it gives nothing, again and again.

Rejected by: chat_closes
"""


def chat(conn, name, rounds):
    replies = []
    with conn:
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = b""
            while len(reply) < len(data):
                reply += conn.recv(1024)
            replies.append(reply.decode())
    return replies
