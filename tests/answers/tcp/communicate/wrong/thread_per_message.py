"""Belief: "A thread is there for one message": each message has a new one, however many are under way.

Rejected by: communicate_threads
"""

import selectors
import threading


class Server:
    def __init__(self, server):
        self.server = server
        self.waiting = selectors.DefaultSelector()
        self.back = []
        self.running = True
        server.setblocking(False)
        self.waiting.register(server, selectors.EVENT_READ)
        self.loop = threading.Thread(target=self.run, daemon=True)
        self.loop.start()

    def run(self):
        while self.running:
            for key, _ in self.waiting.select(0.05):
                if key.fileobj is self.server:
                    try:
                        conn, _ = self.server.accept()
                    except OSError:
                        continue
                    conn.setblocking(True)
                    self.back.append(conn)
                else:
                    self.waiting.unregister(key.fileobj)
                    threading.Thread(target=self.reply, args=(key.fileobj,), daemon=True).start()
            while self.back:
                self.waiting.register(self.back.pop(), selectors.EVENT_READ)
        for key in list(self.waiting.get_map().values()):
            key.fileobj.close()

    def reply(self, conn):
        try:
            data = conn.recv(4096)
            conn.sendall(data.upper())
        except OSError:
            data = b""
        if data:
            self.back.append(conn)
        else:
            conn.close()

    def stop(self):
        self.running = False
        self.loop.join()


def communicate(server, max_workers):
    return Server(server)
