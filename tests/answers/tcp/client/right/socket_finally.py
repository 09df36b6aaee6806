"""Socket(), connect(), try / finally close."""

import socket


def client(address, messages):
    conn = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    def ask(message):
        data = message.encode()
        conn.sendall(data)
        buffer = bytearray(len(data))
        done = 0
        while done < len(data):
            got = conn.recv_into(memoryview(buffer)[done:])
            if not got:
                raise ConnectionError("closed by the server")
            done += got
        return str(buffer, "utf-8")

    try:
        conn.connect(address)
        return [ask(message) for message in messages if message]
    finally:
        conn.close()
