"""`send` in a loop, as long as something is left."""


def chat(conn, name, rounds):
    replies = []
    try:
        for n in range(rounds):
            data = "{} {}".format(name, n).encode("utf-8")
            left = data
            while left:
                left = left[conn.send(left) :]
            reply = bytearray()
            while len(reply) < len(data):
                piece = conn.recv(len(data) - len(reply))
                if piece == b"":
                    raise ConnectionError("hung up")
                reply += piece
            replies.append(reply.decode("utf-8"))
    except ConnectionError:
        pass
    finally:
        conn.close()
    return replies
