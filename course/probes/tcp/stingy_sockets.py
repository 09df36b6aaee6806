"""Sockets that give and take only a few bytes at a time, as real ones may: for functions that make their own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from course.probes.scripted_conn import NothingComes

Plain = socket.socket


class Stingy(socket.socket):
    """A real socket of the standard library whose `recv` and `send` move at most `most` bytes.

    `made` holds all that were made. Reading without having asked anything (nothing sent since the last full reply of
    equal length) raises NothingComes, where a real socket would wait for ever.
    """

    most = 65536
    made: list[Stingy] = []  # noqa: RUF012  (one per use: the context manager makes a subclass)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owed = 0  #: bytes of reply that are still to come
        self.plain = threading.current_thread().name != "learner"  # accept() of the test's own server makes one too
        if not self.plain:
            self.made.append(self)

    def send(self, data: Any, flags: int = 0) -> int:
        sent = super().send(data if self.plain else bytes(data)[: self.most], flags)
        self.owed += sent
        return sent

    def sendall(self, data: Any, flags: int = 0) -> None:
        super().sendall(data, flags)
        self.owed += len(bytes(data))

    def recv(self, size: int, flags: int = 0) -> bytes:
        whole = self.plain or flags & getattr(socket, "MSG_WAITALL", 0)
        self._check_owed()
        data = super().recv(size if whole else min(size, self.most), flags)
        self.owed -= len(data)
        return data

    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        view = memoryview(buffer).cast("B")
        data = self.recv(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def _check_owed(self) -> None:
        if self.owed <= 0 and not self.plain:
            raise NothingComes("it read when nothing more was to come: recv() would wait for ever")


@contextmanager
def stingy_sockets(most: int) -> Iterator[list[Stingy]]:
    """While it lasts `socket.socket` (and so `create_connection`) makes stingy ones; yields the list of them."""
    made: list[Stingy] = []
    socket.socket = type("socket", (Stingy,), {"most": most, "made": made})  # type: ignore[misc, assignment]
    try:
        yield made
    finally:
        socket.socket = Plain  # type: ignore[misc]
