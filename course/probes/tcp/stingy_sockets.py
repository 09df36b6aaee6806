"""Sockets that give and take only a few bytes at a time, as real ones may: for functions that make their own."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from course.probes.for_ever import NothingComes
from course.probes.handed import opaque_function
from course.probes.patience import looked_for
from course.probes.socket_manners import flag

Plain = socket.socket
ASKING = 1.0  #: seconds that a reader waits for somebody to ask; only wrong code uses them up


class Book:
    """What is known of the sockets that were made: their descriptors, and how many bytes of reply the server `address`
    owes to each.

    It is kept by the probe, not by the sockets or their class: what is on them is a learner's to change.
    """

    def __init__(self, address: Any, most: int) -> None:
        self.made: list[socket.socket] = []  # kept, so that no two have the same identity
        self.descriptors: set[tuple[int, int]] = set()  # with their inodes: a number is given away again
        self.for_ever = ""  #: why one of them would have waited for ever, whoever has caught what said so
        self._address, self._most, self._owed = address, most, dict[int, int]()

    def note_made(self, sock: Any) -> None:
        """A socket was made, or got a descriptor that was there before."""
        self.made.append(sock)
        number = Plain.fileno(sock)
        self.descriptors.add((number, os.fstat(number).st_ino))

    def still_open(self) -> list[int]:
        """Descriptors that were not closed, whatever has become of the sockets: one may have been detached."""
        return [number for number, inode in self.descriptors if _inode(number) == inode]

    def most(self, sock: Any) -> int | None:
        """Bytes that it moves at a time, at most; None if it leads elsewhere than to the server."""
        with suppress(OSError):
            if Plain.getpeername(sock) == self._address:
                return self._most
        return None

    def note(self, sock: Any, owed: int) -> None:
        """So many bytes more are owed, or fewer."""
        self._owed[id(sock)] = self._owed.get(id(sock), 0) + owed

    def check_owed(self, sock: Any) -> None:
        """NothingComes if it would wait for what nobody owes; another thread may be about to ask for it."""
        if Plain.gettimeout(sock) != 0 and not looked_for(lambda: self._owed.get(id(sock), 0) > 0, ASKING):
            self.for_ever = "it read when nothing more was to come"
            raise NothingComes(f"{self.for_ever}: recv() would wait for ever")


def _inode(number: int) -> int | None:
    with suppress(OSError):
        return os.fstat(number).st_ino
    return None


def _recv(book: Book, sock: Any, size: int, flags: int = 0) -> bytes:
    if (most := book.most(sock)) is None:
        return Plain.recv(sock, size, flags)
    book.check_owed(sock)
    data = Plain.recv(sock, size if flags & flag("MSG_WAITALL") else min(size, most), flags)
    book.note(sock, 0 if flags & flag("MSG_PEEK") else -len(data))
    return data


def _send(book: Book, sock: Any, data: Any, flags: int = 0) -> int:
    sent = Plain.send(sock, memoryview(data).tobytes()[: book.most(sock)], flags)
    book.note(sock, sent)
    return sent


def _sendall(book: Book, sock: Any, data: Any, flags: int = 0) -> None:
    Plain.sendall(sock, data, flags)
    book.note(sock, memoryview(data).nbytes)


def _recv_into(book: Book, sock: Any, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
    view = memoryview(buffer).cast("B")
    data = _recv(book, sock, nbytes or len(view), flags)
    view[: len(data)] = data
    return len(data)


def _sendmsg(book: Book, sock: Any, buffers: Iterable[Any], *more: Any) -> int:
    return _send(book, sock, b"".join(memoryview(buffer).tobytes() for buffer in buffers), *more[1:2])


def _bound(book: Book, function: Any) -> Any:
    """A method without a way to the book."""
    return opaque_function(lambda sock, *args, **named: function(book, sock, *args, **named))


@contextmanager
def stingy_sockets(address: Any, most: int) -> Iterator[Book]:
    """While it lasts `socket.socket` (and so `create_connection`) makes sockets whose `recv` and `send` move at most
    `most` bytes if they are connected to the server at `address`; yields what is known of all that were made.

    Reading without having asked anything (nothing sent since the last full reply of equal length) raises NothingComes,
    where a real socket would wait for ever.
    """
    book = Book(address, most)

    def init(sock: Any, *args: Any, **named: Any) -> None:
        Plain.__init__(sock, *args, **named)
        book.note_made(sock)

    members = {"recv": _recv, "recv_into": _recv_into, "send": _send, "sendall": _sendall, "sendmsg": _sendmsg}
    methods = {name: _bound(book, function) for name, function in members.items()}
    stingy: Any = type("socket", (Plain,), {"__init__": opaque_function(init), **methods})
    socket.socket = stingy  # type: ignore[misc]
    try:
        yield book
    finally:
        socket.socket = Plain  # type: ignore[misc]
