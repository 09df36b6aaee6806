"""`try` and `finally`, and an exception when the peer hangs up."""


def chat(conn, name, rounds):
    try:
        return [one_round(conn, f"{name} {n}".encode()) for n in range(rounds)]
    finally:
        conn.close()


def one_round(conn, data):
    conn.sendall(data)
    parts = []
    while sum(map(len, parts)) < len(data):
        part = conn.recv(len(data))
        if not part:
            raise EOFError("the peer hung up")
        parts.append(part)
    return b"".join(parts).decode()
