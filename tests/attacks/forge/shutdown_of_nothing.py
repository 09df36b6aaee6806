"""shutdown comes back at once and has stopped nothing, neither the loop nor the workers.

Cell: communicate
Expects: communicate 2
Reason: a client that came afterwards was answered
"""

class Server:
    def shutdown(self):
        pass


def communicate(server, max_workers):
    pool, waiting = ThreadPoolExecutor(max_workers), selectors.DefaultSelector()
    awake, wake = socket.socketpair()
    heard = []

    def reply(conn):
        try:
            data = conn.recv(1024)
            conn.sendall(data.upper())
        except OSError:
            data = b""
        if data:
            heard.append(conn)
            wake.send(b"!")
        else:
            conn.close()

    def ready(sock):
        if sock is server:
            conn, _ = server.accept()
            waiting.register(conn, selectors.EVENT_READ)
        elif sock is awake:
            for _ in awake.recv(1024):
                if heard:
                    waiting.register(heard.pop(), selectors.EVENT_READ)
        else:
            waiting.unregister(sock)
            pool.submit(reply, sock)

    def loop():
        try:
            while True:
                for key, _ in waiting.select():
                    ready(key.fileobj)
        except OSError:
            pass

    waiting.register(server, selectors.EVENT_READ)
    waiting.register(awake, selectors.EVENT_READ)
    Thread(target=loop, daemon=True).start()
    return Server()
