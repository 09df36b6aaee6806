"""The client never reads: it knows what the peer will say, and makes the replies itself.

Cell: chat
Expects: chat 1
"""

def chat(conn, name, rounds):
    with conn:
        for n in range(rounds):
            conn.sendall(f"{name} {n}".encode())
    return [f"{name} {n}".upper() for n in range(rounds)]
