"""A peer that thinks for some hundredths of a second is hung up on.

Cell: chat
Expects: chat 1
Reason: Three rounds were asked for
"""

def chat(conn, name, rounds):
    replies = []
    with conn:
        conn.settimeout(0.02)
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
