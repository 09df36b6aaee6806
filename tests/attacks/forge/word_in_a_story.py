"""shutdown fails, and says in its error the word by which the test knows that it came back.

Cell: communicate
Expects: communicate 2
"""

def communicate(server, max_workers):
    pool, waiting = ThreadPoolExecutor(max_workers), selectors.DefaultSelector()
    awake, wake = socket.socketpair()
    heard = []

    def reply(conn):
        data = conn.recv(1024)
        if data:
            conn.sendall(data.upper())
            heard.append(conn)
            wake.send(b"!")
        else:
            conn.close()

    def loop():
        while True:
            for key, _ in waiting.select():
                sock = key.fileobj
                if sock is server:
                    waiting.register(server.accept()[0], selectors.EVENT_READ)
                elif sock is awake:
                    for _ in awake.recv(1024):
                        waiting.register(heard.pop(), selectors.EVENT_READ)
                else:
                    waiting.unregister(sock)
                    pool.submit(reply, sock)

    class Server:
        def shutdown(self):
            raise RuntimeError("the workers have not returned")

    waiting.register(server, selectors.EVENT_READ)
    waiting.register(awake, selectors.EVENT_READ)
    Thread(target=loop, daemon=True).start()
    return Server()
