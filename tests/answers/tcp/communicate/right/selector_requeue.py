"""One thread selects; a client with something to say goes to the pool and comes back."""

import selectors
import socket
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor


class PoolServer:
    def __init__(self, server, max_workers):
        self.server = server
        self.pool = ThreadPoolExecutor(max_workers)
        self.selector = selectors.DefaultSelector()
        self.back = deque()
        self.stopped = False
        self.wake_r, self.wake_w = socket.socketpair()
        server.setblocking(False)
        self.wake_r.setblocking(False)
        self.selector.register(server, selectors.EVENT_READ)
        self.selector.register(self.wake_r, selectors.EVENT_READ)
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.stopped:
            for key, _ in self.selector.select():
                sock = key.fileobj
                if sock is self.server:
                    try:
                        conn, _ = sock.accept()
                    except BlockingIOError:
                        continue
                    except OSError:
                        self.selector.unregister(sock)
                        continue
                    conn.setblocking(True)
                    self.selector.register(conn, selectors.EVENT_READ)
                elif sock is self.wake_r:
                    sock.recv(4096)
                    while self.back:
                        self.selector.register(self.back.popleft(), selectors.EVENT_READ)
                else:
                    self.selector.unregister(sock)
                    self.pool.submit(self.answer, sock)

    def answer(self, conn):
        try:
            data = conn.recv(65536)
            if data:
                conn.sendall(data.upper())
        except OSError:
            data = b""
        if not data:
            conn.close()
            return
        self.back.append(conn)
        self.wake_w.send(b".")

    def shutdown(self, wait=True):
        if self.stopped:
            return
        self.stopped = True
        self.wake_w.send(b".")
        self.thread.join()
        self.pool.shutdown(wait=wait)
        for conn in [key.fileobj for key in list(self.selector.get_map().values())] + list(
            self.back
        ):
            conn.close()
        self.selector.close()
        self.wake_w.close()


def communicate(server, max_workers):
    return PoolServer(server, max_workers)
