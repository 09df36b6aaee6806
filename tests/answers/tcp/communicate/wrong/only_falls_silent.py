"""Belief: "Who says nothing has stopped": its threads go on, and let clients in.

Rejected by: communicate_threads
"""

import selectors
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread


class Server:
    def __init__(self, server, max_workers):
        self.silent = False
        self.pool = ThreadPoolExecutor(max_workers)
        self.selector = selectors.DefaultSelector()
        self.selector.register(server, selectors.EVENT_READ)
        self.server = server
        Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            for key, _ in self.selector.select():
                if key.fileobj is self.server:
                    conn, _ = self.server.accept()
                    self.selector.register(conn, selectors.EVENT_READ)
                else:
                    done = Event()
                    self.pool.submit(self.reply, key.fileobj, done)
                    done.wait()

    def reply(self, conn, done):
        try:
            data = conn.recv(1024)
            if data and not self.silent:
                conn.sendall(data.upper())
        except OSError:
            data = b""
        if not data:
            self.selector.unregister(conn)
            conn.close()
        done.set()

    def stop(self):
        self.silent = True


def communicate(server, max_workers):
    return Server(server, max_workers)
