"""A server's threads add up when nobody reads, if it has one for each message."""

from __future__ import annotations

import selectors
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from course.probes.tcp import HANDFUL, watch_slow_readers

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc")


class Server:
    """Hands each message over with `spawn`."""

    def __init__(self, server: socket.socket, spawn: Callable[[Callable[..., None], socket.socket], Any]) -> None:
        self.server, self.spawn, self.running = server, spawn, True
        self.waiting, self.back = selectors.DefaultSelector(), [server]
        self.loop = threading.Thread(target=self.run)
        self.loop.start()

    def run(self) -> None:
        while self.running:
            while self.back:
                self.waiting.register(self.back.pop(), selectors.EVENT_READ)
            for key, _ in self.waiting.select(0.01):
                if key.fileobj is self.server:
                    self.back.append(self.server.accept()[0])
                    continue
                assert isinstance(key.fileobj, socket.socket)
                self.waiting.unregister(key.fileobj)
                self.spawn(self.reply, key.fileobj)

    def reply(self, conn: socket.socket) -> None:
        if data := conn.recv(1024):
            conn.sendall(data.upper())
            self.back.append(conn)
        else:
            conn.close()

    def stop(self) -> None:
        self.running = False
        self.loop.join()
        self.waiting.close()


def test_threads_for_messages_add_up() -> None:
    def communicate(server: socket.socket, max_workers: int) -> Server:
        return Server(server, lambda reply, conn: threading.Thread(target=reply, args=(conn,)).start())

    assert watch_slow_readers(communicate, 2).extra > HANDFUL


def test_workers_do_not_and_see_no_error() -> None:
    errors: list[BaseException | None] = []

    def communicate(server: socket.socket, max_workers: int) -> Server:
        pool = ThreadPoolExecutor(max_workers)

        def spawn(reply: Callable[..., None], conn: socket.socket) -> None:
            pool.submit(reply, conn).add_done_callback(lambda done: errors.append(done.exception()))

        return Server(server, spawn)

    assert watch_slow_readers(communicate, 2).extra <= 1
    assert errors
    assert not any(errors)


def test_a_server_that_cannot_be_stopped_is_no_fault_of_ours() -> None:
    log = watch_slow_readers(lambda server, max_workers: None, 1)
    assert log.returned
    assert log.extra == 0
