"""Workers of our own behind a queue.Queue."""

import queue
import select
import threading


class Server:
    def __init__(self, server, max_workers):
        self._server = server
        self._jobs = queue.SimpleQueue()
        self._idle = set()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, daemon=True) for _ in range(max_workers)
        ]
        self._threads.append(threading.Thread(target=self._watch, daemon=True))
        self._max_workers = max_workers
        server.setblocking(False)
        for thread in self._threads:
            thread.start()

    def _watch(self):
        listening = self._server.fileno()
        while not self._stop.is_set():
            poller = select.poll()
            with self._lock:
                by_fd = {conn.fileno(): conn for conn in self._idle}
            for fd in by_fd:
                poller.register(fd, select.POLLIN)
            poller.register(listening, select.POLLIN)
            for fd, _ in poller.poll(20):
                if fd not in by_fd:
                    try:
                        conn, _ = self._server.accept()
                    except OSError:
                        self._stop.wait(0.02)
                        continue
                    conn.setblocking(True)
                    with self._lock:
                        self._idle.add(conn)
                else:
                    with self._lock:
                        self._idle.discard(by_fd[fd])
                    self._jobs.put(by_fd[fd])

    def _work(self):
        while (conn := self._jobs.get()) is not None:
            try:
                data = conn.recv(8192)
                conn.sendall(data.upper())
            except OSError:
                data = b""
            if data:
                with self._lock:
                    self._idle.add(conn)
            else:
                conn.close()

    def stop(self):
        self._stop.set()
        self._threads[-1].join()
        for _ in range(self._max_workers):
            self._jobs.put(None)
        for thread in self._threads[:-1]:
            thread.join()
        for conn in self._idle:
            conn.close()
        self._server.close()


def communicate(server, max_workers):
    return Server(server, max_workers)
