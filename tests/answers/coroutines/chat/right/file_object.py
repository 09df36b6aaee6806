"""A file object reads exactly as many bytes as it is asked for."""


def chat(conn, name, rounds):
    replies = []
    with conn, conn.makefile("rb") as incoming:
        for n in range(rounds):
            data = f"{name} {n}".encode()
            conn.sendall(data)
            reply = incoming.read(len(data))
            if len(reply) < len(data):
                break
            replies.append(reply.decode())
    return replies
