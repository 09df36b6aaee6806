"""The end of the stream goes into the list, as an empty reply.

Rejected by: chat_rounds, chat_whole
"""


def chat(conn, name, rounds):
    replies, there = [], True
    with conn:
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = b""
            while there and len(reply) < len(data):
                piece = conn.recv(len(data) - len(reply))
                there = bool(piece)
                reply += piece
            replies.append(reply.decode())
            if not there:
                break
    return replies
