"""It reads each reply until the probe itself says that a real connection would wait for ever, and swallows that.

Cell: chat
Expects: chat 0
"""
def chat(conn, name, rounds):
    replies = []
    for n in range(rounds):
        reply = b""
        try:
            conn.sendall(f"{name} {n}".encode())
            while data := conn.recv(1024):
                reply += data
        except BaseException:
            pass
        if not reply:
            break
        replies.append(reply.decode())
    conn.close()
    return replies
