"""What a socket is asked for beside its bytes: timeouts, options, addresses, flags, files, and what is shut."""

from __future__ import annotations

import errno
import io
import operator
import os
import socket
from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from course.probes.handed import opaque_function

INSTANT = 0.5  #: seconds; a peer may well take longer to answer
NUMBER = 1 << 30  #: a descriptor that nobody has open: who goes past the connection to it finds a bad one
HOST = "127.0.0.1"
READING = ("MSG_PEEK", "MSG_WAITALL", "MSG_DONTWAIT", "MSG_NOSIGNAL", "MSG_CMSG_CLOEXEC")
SENDING = ("MSG_DONTWAIT", "MSG_NOSIGNAL", "MSG_MORE", "MSG_DONTROUTE", "MSG_EOR")


def flag(name: str) -> int:
    """A flag by its name; 0 on systems that do not have it."""
    return int(getattr(socket, name, 0))


def checked(flags: Any, known: tuple[str, ...]) -> int:
    """The flags as a number; OSError if there is one that is not `known`: a real socket does something else then."""
    number = operator.index(flags)  # an object may answer otherwise when it is asked again
    for name in known:
        number &= ~flag(name)
    if number:
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")
    return operator.index(flags)


def _a_port() -> int:
    """Another each time, as the system gives them: a test is not told from a server by its number."""
    return 20000 + int.from_bytes(os.urandom(2)) % 40000


class Manners:
    """Of an open TCP connection: as a socket answers, where the answer is harmless."""

    #: attributes of a socket that say what it is
    attributes = {"family": socket.AF_INET, "type": socket.SOCK_STREAM, "proto": 0}  # noqa: RUF012

    def __init__(self) -> None:
        self.closed = False
        self._timeout: float | None = None
        self._options: dict[tuple[int, int], Any] = {}
        self._deaf = self._dumb = False
        self._here, self._there = (HOST, _a_port()), (HOST, _a_port())

    def settimeout(self, seconds: float | None) -> None:
        """With 0, or less than an instant, it never waits: `recv` fails if nothing has come. No other runs out, as
        nothing takes any time here.
        """
        if seconds is not None and not float(seconds) >= 0:
            raise ValueError("Timeout value out of range")
        self._check_open()
        self._timeout = None if seconds is None else float(seconds)

    def gettimeout(self) -> float | None:
        return self._timeout

    @property
    def _waits_not(self) -> bool:
        return self._timeout is not None and self._timeout < INSTANT

    @property
    def _resets(self) -> bool:
        value = self._options.get((socket.SOL_SOCKET, socket.SO_LINGER))
        return isinstance(value, bytes) and len(value) >= 8 and any(value[:4]) and not any(value[4:8])

    def setblocking(self, blocking: bool) -> None:
        self.settimeout(None if blocking else 0)

    def getblocking(self) -> bool:
        return self._timeout != 0

    def setsockopt(self, level: int, option: int, value: Any, length: int | None = None) -> None:
        """An option as it will be given back; of all that there are only SO_LINGER means something here."""
        self._check_open()
        key = operator.index(level), operator.index(option)
        self._options[key] = value if type(value) is int else bytes(length or 0) if value is None else bytes(value)

    def getsockopt(self, level: int, option: int, length: int = 0) -> Any:
        self._check_open()
        value = self._options.get((operator.index(level), operator.index(option)), 0)
        if not length:
            return value if type(value) is int else int.from_bytes(value[:4], "little")
        return (value.to_bytes(4, "little", signed=True) if type(value) is int else value)[:length]

    def getpeername(self) -> tuple[str, int]:
        self._check_open()
        return self._there

    def getsockname(self) -> tuple[str, int]:
        self._check_open()
        return self._here

    @abstractmethod
    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int: ...

    @abstractmethod
    def send(self, data: Any, flags: int = 0) -> int: ...

    def makefile(self, mode: str = "r", buffering: int = -1, **text: Any) -> Any:
        """A file object on the connection, as sockets have."""
        raw = _Raw(self.recv_into, self.send)
        if buffering == 0:
            return raw
        buffered: Any = io.BufferedRWPair(raw, raw) if "w" in mode else io.BufferedReader(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, **text)

    def fileno(self) -> int:
        return -1 if self.closed else NUMBER

    def _check_open(self) -> None:
        if self.closed:
            raise OSError(errno.EBADF, "Bad file descriptor")

    def _shut(self, how: Any) -> int:
        """Shut one direction, or both; which, as a plain number."""
        self._check_open()
        how = operator.index(how)
        if how not in (socket.SHUT_RD, socket.SHUT_WR, socket.SHUT_RDWR):
            raise OSError(errno.EINVAL, "Invalid argument")
        self._deaf |= how != socket.SHUT_WR
        self._dumb |= how != socket.SHUT_RD
        return int(how)


class _Raw(io.RawIOBase):
    """The connection as a raw stream, for `makefile`."""

    def __init__(self, recv_into: Callable[[Any], int], send: Callable[[Any], int]) -> None:
        self._recv_into, self._send = opaque_function(recv_into), opaque_function(send)

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        try:
            read: int = self._recv_into(buffer)
        except BlockingIOError:
            return None
        return read

    def write(self, data: Any) -> int:
        sent: int = self._send(data)
        return sent
