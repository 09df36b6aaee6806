"""Its stop() ends nothing: the server holds its breath for a few seconds, as long as a late client is looked at, and then goes on.

Cell: communicate
Expects: communicate 2
"""
class Server:
    """Serves until nobody looks."""

    def __init__(self, server, max_workers):
        self.server, self.pool = server, ThreadPoolExecutor(max_workers)
        self.selector = selectors.DefaultSelector()
        self.selector.register(server, selectors.EVENT_READ)
        self.quiet_until = 0.0
        Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            for key, _ in self.selector.select(0.2):
                if time.monotonic() < self.quiet_until:
                    time.sleep(0.2)
                elif key.fileobj is self.server:
                    try:
                        conn, _ = self.server.accept()
                    except OSError:
                        time.sleep(0.2)
                        continue
                    self.selector.register(conn, selectors.EVENT_READ)
                else:
                    self.selector.unregister(key.fileobj)
                    self.pool.submit(self.reply, key.fileobj)

    def reply(self, conn):
        try:
            data = conn.recv(1024)
            if data:
                conn.sendall(data.upper())
        except OSError:
            data = b""
        if data:
            self.selector.register(conn, selectors.EVENT_READ)
        else:
            conn.close()

    def stop(self):
        self.quiet_until = time.monotonic() + 5


def communicate(server, max_workers):
    return Server(server, max_workers)
