"""A connection without a network: the test writes what the peer does, and reads what the learner's code did.

It behaves as a socket may behave, at its most inconvenient: `recv` gives a few bytes at a time if told so, `send` takes
a few bytes at a time, a peer resets where the script says so. Nothing ever waits: where a real `recv` would wait for
ever, `NothingComes` is raised.
"""

from __future__ import annotations

import errno
import io
import operator
import socket
from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice, takewhile
from typing import Any

from course.probes.handed import opaque_function, opaque_object

#: what a learner's code can do with it
METHODS = (
    "recv",
    "recv_into",
    "send",
    "sendall",
    "close",
    "shutdown",
    "makefile",
    "settimeout",
    "getpeername",
    "fileno",
)
ENOUGH = 1000  #: reads of the end of the stream after which a loop is a loop for ever


class NothingComes(BaseException):
    """A real connection would wait for ever here. No Exception, so that no learner's `except` takes it for an error."""


class ScriptedConn:
    """The server's (or client's) end of a connection; `log` holds what was done with it.

    `incoming`: what the peer sends, bytes per chunk, or an exception that `recv` raises; then the end of the stream.
    `answer`: instead, a function from all bytes sent so far to what the peer has sent by then; it never closes.
    `gives`: most bytes that one `recv` gives. `takes`: most bytes that one `send` takes. `broken`: an exception that
    sending raises.
    """

    def __init__(
        self,
        incoming: Iterable[bytes | Exception] = (),
        answer: Callable[[bytes], bytes] | None = None,
        gives: int | None = None,
        takes: int | None = None,
        broken: Exception | None = None,
    ) -> None:
        self.log: list[tuple[str, Any]] = []
        self.sent = b""
        self.closed = False
        self._incoming = deque(incoming)
        self._answer, self._given = answer, 0
        self._gives, self._takes, self._broken = gives, takes, broken
        self._ends = self._peeks = 0

    def handed(self) -> Any:
        """The connection for a learner's code: what a socket can do, with no way to its script and its log."""
        return opaque_object(self, METHODS)

    def recv(self, size: int, flags: int = 0) -> bytes:
        """At most `size` bytes of what has come; b"" at the end of the stream."""
        self._check_open()
        size = operator.index(size)  # an object may answer otherwise when it is asked again
        if size < 0:
            raise ValueError("negative buffersize in recv")
        flags = operator.index(flags)
        if flags & socket.MSG_PEEK:
            return self._peek(size)
        self._peeks = 0
        if flags & getattr(socket, "MSG_WAITALL", 0):
            return self._recv_all(size)
        most = size if self._gives is None else min(size, self._gives)
        data = self._from_answer(most) if self._answer else self._from_script(most)
        self.log.append(("recv", data))
        return data

    def _peek(self, size: int) -> bytes:
        """What `recv` would give, and all of it stays. Who looks again finds more pieces, as if they had come."""
        self._peeks, most = self._peeks + 1, 2 ** min(self._peeks, 20)
        if self._peeks > ENOUGH:
            raise NothingComes(f"it was looked at {ENOUGH} times what has come, and nothing was taken")
        if self._answer:
            data = self._from_answer(size)
            self._given -= len(data)
            return data
        if not self._incoming or isinstance(self._incoming[0], Exception):
            return self._from_script(size)
        pieces = takewhile(lambda piece: isinstance(piece, bytes), islice(self._incoming, most))
        data = b"".join(pieces)[:size]  # type: ignore[arg-type]
        return data if self._gives is None else data[: self._gives * most]

    def _recv_all(self, size: int) -> bytes:
        data = b""
        while len(data) < size and (piece := self.recv(size - len(data))):
            data += piece
        return data

    @property
    def unread(self) -> bytes:
        """What the script has still to give."""
        return b"".join(chunk for chunk in self._incoming if isinstance(chunk, bytes))

    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        """Like `recv`, into a buffer."""
        view = memoryview(buffer)
        data = self.recv(nbytes or len(view))
        view[: len(data)] = data
        return len(data)

    def send(self, data: Any, flags: int = 0) -> int:
        """Take some of the data (all, unless `takes` says otherwise) and tell how much."""
        part = bytes(data) if self._takes is None else bytes(data)[: self._takes]
        self._send(part)
        return len(part)

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Take all of the data."""
        self._send(bytes(data))

    def close(self) -> None:
        """Close; twice does no harm."""
        if not self.closed:
            self.log.append(("close", None))
        self.closed = True

    def shutdown(self, how: int) -> None:
        self._check_open()
        self.log.append(("shutdown", how))

    def makefile(self, mode: str = "r", buffering: int = -1, **text: Any) -> Any:
        """A file object on the connection, as sockets have."""
        raw = _Raw(self)
        if buffering == 0:
            return raw
        buffered: Any = io.BufferedRWPair(raw, raw) if "w" in mode else io.BufferedReader(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, **text)

    def settimeout(self, seconds: float | None) -> None:
        """Nothing waits here, so nothing times out."""

    def getpeername(self) -> tuple[str, int]:
        return ("127.0.0.1", 50000)

    def fileno(self) -> int:
        return -1

    def _send(self, data: bytes) -> None:
        self._check_open()
        if self._broken is not None:
            raise self._broken
        self.sent += data
        self.log.append(("send", data))

    def _check_open(self) -> None:
        if self.closed:
            raise OSError(errno.EBADF, "Bad file descriptor")

    def _from_script(self, most: int) -> bytes:
        if not self._incoming:
            self._ends += 1
            if self._ends > ENOUGH:
                raise NothingComes(f"the end of the stream was read {ENOUGH} times: b'' means that nothing more comes")
            return b""
        chunk = self._incoming.popleft()
        if isinstance(chunk, Exception):
            raise chunk
        if len(chunk) > most:
            self._incoming.appendleft(chunk[most:])
        return chunk[:most]

    def _from_answer(self, most: int) -> bytes:
        assert self._answer is not None
        data = self._answer(self.sent)[self._given :][:most]
        if not data and most:
            raise NothingComes("everything the peer had to say has been read: recv() would wait for ever")
        self._given += len(data)
        return data


class _Raw(io.RawIOBase):
    """The connection as a raw stream, for `makefile`."""

    def __init__(self, conn: ScriptedConn) -> None:
        self._recv_into, self._send = opaque_function(conn.recv_into), opaque_function(conn.send)

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        read: int = self._recv_into(buffer)
        return read

    def write(self, data: Any) -> int:
        sent: int = self._send(data)
        return sent
