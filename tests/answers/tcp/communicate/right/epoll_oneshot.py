"""Epoll with EPOLLONESHOT."""

import select
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

ONCE = select.EPOLLIN | select.EPOLLONESHOT


class ServingPool(ThreadPoolExecutor):
    closing = False

    def shutdown(self, wait=True, **options):
        self.closing = True
        if wait:
            self.dispatcher.join()
        super().shutdown(wait=wait, **options)


def communicate(server, max_workers):
    pool = ServingPool(max_workers)
    epoll = select.epoll()
    conns = {}
    listening = server.fileno()
    server.setblocking(False)
    epoll.register(listening, select.EPOLLIN)

    def answer(fd):
        conn = conns[fd]
        try:
            data = conn.recv(4096)
            conn.sendall(data.upper())
            if data:
                epoll.modify(fd, ONCE)
                return
        except OSError:
            pass
        del conns[fd]
        conn.close()

    def dispatch():
        while not pool.closing:
            for fd, _ in epoll.poll(0.05):
                if fd == listening:
                    try:
                        conn, _ = server.accept()
                    except OSError:
                        continue
                    conn.setblocking(True)
                    conns[conn.fileno()] = conn
                    epoll.register(conn.fileno(), ONCE)
                elif not pool.closing:
                    pool.submit(answer, fd)
        for conn in list(conns.values()):
            try:
                conn.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        server.close()

    pool.dispatcher = threading.Thread(target=dispatch, daemon=True)
    pool.dispatcher.start()
    return pool
