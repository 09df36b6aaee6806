"""One client of a crowd: a non-blocking socket, and what it waits for. Knows nothing of the others."""

from __future__ import annotations

import socket
from collections.abc import Callable
from errno import EADDRNOTAVAIL, ECONNREFUSED, ECONNRESET, EMFILE, EPIPE, ETIMEDOUT
from os import strerror
from time import perf_counter
from typing import Protocol

REASONS = {
    ECONNREFUSED: "connection refused",
    ECONNRESET: "connection reset",
    EPIPE: "connection reset",
    ETIMEDOUT: "connection timed out",
    EADDRNOTAVAIL: "no free port",
    EMFILE: "no free descriptor",
}
CLOSED_BY_SERVER, WRONG, UNASKED = "closed by the server", "wrong answer", "an answer to nothing"
CHUNK = 4096  # bytes; no answer is nearly as long
IP_BIND_ADDRESS_NO_PORT = 24  # Linux: choose the port at connect, when the whole pair of addresses is known


class Host(Protocol):
    """What visitors report to."""

    def watch(self, visitor: Visitor, to_write: bool, ready: Callable[[], None]) -> None: ...
    def unwatch(self, visitor: Visitor) -> None: ...
    def was_connected(self) -> None: ...
    def was_answered(self, seconds: float) -> None: ...
    def has_all_answers(self) -> None: ...
    def has_failed(self, reason: str, waited: bool) -> None: ...


class Visitor:
    """Client `number` (from 0). `waits`: for a connection or an answer, set by the host. `sock`: None unless open."""

    __slots__ = ("_asked_at", "_expected", "_got", "_host", "_left", "_next", "number", "sock", "waits")

    def __init__(self, number: int, host: Host) -> None:
        self.number, self.waits = number, False
        self.sock: socket.socket | None = None
        self._host, self._left, self._next = host, 0, 0
        self._expected, self._got, self._asked_at = b"", b"", 0.0

    def connect(self, family: int, address: tuple[str, int], source: str | None) -> None:
        """Begin to connect; the host hears how it ends."""
        try:
            self.sock = socket.socket(family, socket.SOCK_STREAM)
            self.sock.setblocking(False)
            if source is not None:
                self.sock.setsockopt(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1)
                self.sock.bind((source, 0))
            self.sock.connect(address)
        except BlockingIOError:
            self._host.watch(self, True, self._connected)
        except OSError as error:
            self.fail(_reason(error.errno))
        else:
            self._connected()

    def _connected(self) -> None:
        assert self.sock is not None
        error = self.sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            self.fail(_reason(error))
            return
        self.waits = False
        self._host.watch(self, False, self._readable)
        self._host.was_connected()

    def talk(self, messages: int) -> None:
        """Send `messages` lines, the next when the answer to the one before is in; the host hears of each answer."""
        self._left, self._next = messages, 0
        self._ask()

    def _ask(self) -> None:
        if self._left == 0:
            self.waits = False
            self._host.has_all_answers()
            return
        assert self.sock is not None
        self._left, self._next = self._left - 1, self._next + 1
        message = b"client %d message %d\n" % (self.number, self._next)
        self._expected, self._got, self._asked_at = message.upper(), b"", perf_counter()
        try:
            self.sock.send(message)  # all of it: nothing else is under way here, and it is far smaller than a buffer
        except OSError as error:
            self.fail(_reason(error.errno))

    def _readable(self) -> None:
        assert self.sock is not None
        try:
            data = self.sock.recv(CHUNK)
        except BlockingIOError:
            return
        except OSError as error:
            self.fail(_reason(error.errno))
            return
        if data and self._expected:
            self._heard(data)
        else:
            self.fail(UNASKED if data else CLOSED_BY_SERVER)

    def _heard(self, data: bytes) -> None:
        self._got += data
        if self._got == self._expected:
            self._expected = b""
            self._host.was_answered(perf_counter() - self._asked_at)
            self._ask()
        elif not self._expected.startswith(self._got):
            self.fail(WRONG)

    def fail(self, reason: str) -> None:
        """Give up: close the socket and tell the host."""
        waited, self.waits = self.waits, False
        self.close()
        self._host.has_failed(reason, waited)

    def close(self) -> None:
        """Close the socket; harmless if that was done."""
        if self.sock is not None:
            self._host.unwatch(self)
            self.sock.close()
            self.sock = None


def _reason(number: int | None) -> str:
    return REASONS.get(number or 0) or strerror(number or 0).lower()
