"""A connection without a network: the test writes what the peer does, and reads what the learner's code did.

It behaves as a socket may behave, at its most inconvenient: `recv` gives a few bytes at a time if told so, `send` takes
a few bytes at a time, a peer resets where the script says so. Nothing ever waits: where a real `recv` would wait for
ever, `NothingComes` is raised. Who will not wait comes too early, as often as `for_ever` says: `BlockingIOError`.
"""

from __future__ import annotations

import errno
import operator
from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice, takewhile
from typing import Any

from course.probes.for_ever import EarlyLooks, NothingComes
from course.probes.handed import opaque_function, opaque_object
from course.probes.peers import Silence, of_the_system
from course.probes.socket_manners import READING, SENDING, Manners, checked, flag

#: what a learner's code can do with it
METHODS = (
    *("recv", "recv_into", "send", "sendall", "sendmsg", "close", "shutdown", "makefile"),
    *("settimeout", "gettimeout", "setblocking", "getblocking", "setsockopt", "getsockopt"),
    *("getpeername", "getsockname", "fileno"),
)
ENOUGH = 1000  #: reads of the end of the stream after which a loop is a loop for ever


class ScriptedConn(Manners):
    """The server's (or client's) end of a connection; `log` holds what was done with it.

    `incoming`: what the peer sends, bytes per chunk, or an exception that `recv` raises, or a `Silence`; then the end
    of the stream.
    `answer`: instead, a function from all bytes sent so far to what the peer has sent by then; it closes when the other
    side has shut its own direction. `gives`: most bytes that one `recv` gives. `takes`: most bytes that one `send`
    takes. `broken`: an exception that sending raises.
    """

    def __init__(
        self,
        incoming: Iterable[bytes | BaseException] = (),
        answer: Callable[[bytes], bytes] | None = None,
        gives: int | None = None,
        takes: int | None = None,
        broken: Exception | None = None,
    ) -> None:
        super().__init__()
        self.log: list[tuple[str, Any]] = []
        self.sent = b""
        self._incoming: deque[bytes | BaseException] = deque(map(of_the_system, incoming))
        self._answer, self._given = answer, 0
        self._gives, self._takes, self._broken = gives, takes, of_the_system(broken)
        self._ends = self._peeks = 0
        self._early = EarlyLooks()
        self.for_ever = ""  #: why it would have waited for ever, whatever has become of the exception that said so

    def handed(self) -> Any:
        """The connection for a learner's code: what a socket can do, with no way to its script and its log."""
        conn = opaque_object(self, METHODS)
        for name, value in self.attributes.items():
            setattr(type(conn), name, value)
        type(conn).timeout = property(opaque_function(lambda _: self.gettimeout()))
        return conn

    @property
    def heard(self) -> bytes:
        """All bytes that were taken off the connection."""
        return b"".join(data for what, data in self.log if what == "recv")

    @property
    def unread(self) -> bytes:
        """What the script has still to give: nothing on a closed connection, or one shut for reading."""
        if self.closed or self._deaf:
            return b""
        return b"".join(chunk for chunk in self._incoming if isinstance(chunk, bytes))

    def recv(self, size: int, flags: int = 0) -> bytes:
        """At most `size` bytes of what has come; b"" at the end of the stream."""
        try:
            return self._recv(size, flags)
        except NothingComes as nothing:
            self.for_ever = str(nothing)
            raise

    def _recv(self, size: int, flags: int) -> bytes:
        self._check_open()
        size = operator.index(size)  # an object may answer otherwise when it is asked again
        if size < 0:
            raise ValueError("negative buffersize in recv")
        flags = checked(flags, READING)
        if self._deaf:
            return self._end()
        at_once = self._waits_not or bool(flags & flag("MSG_DONTWAIT"))
        self._come(at_once, flags)
        self._sit_silence_out()
        if flags & flag("MSG_PEEK"):
            return self._peek(size)
        self._peeks = 0
        if flags & flag("MSG_WAITALL") and not at_once:
            return self._recv_all(size)
        if size:
            self._early.was_taken()
        most = size if self._gives is None else min(size, self._gives)
        data = self._from_answer(most) if self._answer else self._from_script(most)
        self.log.append(("recv", data))
        return data

    def _come(self, at_once: bool, flags: int) -> None:
        """Wait for the next piece, or fail some times: who looks without waiting looks before it has come."""
        if at_once and self._early.at_once(self._silent()):
            if self._timeout and not flags & flag("MSG_DONTWAIT"):
                raise TimeoutError("timed out")
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        self._early.has_come()

    def _sit_silence_out(self) -> None:
        while self._incoming and isinstance(self._incoming[0], Silence):
            self._incoming.popleft()
            if self._timeout:
                raise TimeoutError("timed out")

    def _silent(self) -> bool:
        """Whether all that the peer had to say has been read, and it has not closed."""
        return bool(self._answer) and not self._dumb and len(self._said()) == self._given

    def _peek(self, size: int) -> bytes:
        """What `recv` would give, and all of it stays. Who looks again finds more pieces, as if they had come."""
        data = self._looked_at(size)
        self.log.append(("peek", data))
        return data

    def _looked_at(self, size: int) -> bytes:
        self._peeks, most = self._peeks + 1, 2 ** min(self._peeks, 20)
        if self._peeks > ENOUGH:
            raise NothingComes(f"it was looked at {ENOUGH} times what has come, and nothing was taken")
        if self._answer:
            data = self._from_answer(size)
            self._given -= len(data)
            return data
        if not self._incoming or isinstance(self._incoming[0], BaseException):
            return self._from_script(size)
        pieces = takewhile(lambda piece: isinstance(piece, bytes), islice(self._incoming, most))
        data = b"".join(pieces)[:size]  # type: ignore[arg-type]
        return data if self._gives is None else data[: self._gives * most]

    def _recv_all(self, size: int) -> bytes:
        data = b""
        while len(data) < size and (piece := self.recv(size - len(data))):
            data += piece
        return data

    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        """Like `recv`, into a buffer."""
        view, nbytes = memoryview(buffer).cast("B"), operator.index(nbytes)
        if nbytes < 0 or nbytes > len(view):
            raise ValueError("negative buffersize in recv_into" if nbytes < 0 else "buffer too small")
        data = self.recv(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def send(self, data: Any, flags: int = 0) -> int:
        """Take some of the data (all, unless `takes` says otherwise) and tell how much."""
        part = memoryview(data).tobytes()[: self._takes]
        self._send(part, flags)
        return len(part)

    def sendmsg(self, buffers: Iterable[Any], ancdata: Iterable[Any] = (), flags: int = 0) -> int:
        """Like `send`, from several buffers; there is nothing beside the data that a TCP connection could send."""
        return self.send(b"".join(memoryview(buffer).tobytes() for buffer in buffers), flags)

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Take all of the data."""
        self._send(memoryview(data).tobytes(), flags)

    def close(self) -> None:
        """Close; twice does no harm. Who said that it should not linger takes back what was on its way."""
        if not self.closed and self._resets:
            self.sent, self.log[:] = b"", [entry for entry in self.log if entry[0] != "send"]
        if not self.closed:
            self.log.append(("close", None))
        self.closed = True

    def shutdown(self, how: int) -> None:
        """Shut a direction: nothing more can be sent, or nothing more is read."""
        self.log.append(("shutdown", self._shut(how)))

    def _send(self, data: bytes, flags: Any) -> None:
        self._check_open()
        checked(flags, SENDING)
        if self._broken is not None:
            raise self._broken
        if self._dumb:
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")
        self.sent += data
        self.log.append(("send", data))

    def _end(self) -> bytes:
        self._ends += 1
        if self._ends > ENOUGH:
            raise NothingComes(f"the end of the stream was read {ENOUGH} times: b'' means that nothing more comes")
        return b""

    def _from_script(self, most: int) -> bytes:
        if not self._incoming:
            return self._end()
        chunk = self._incoming.popleft()
        if isinstance(chunk, BaseException):
            raise chunk
        if len(chunk) > most:
            self._incoming.appendleft(chunk[most:])
        return chunk[:most]

    def _said(self) -> bytes:
        assert self._answer is not None
        return self._answer(self.sent)

    def _from_answer(self, most: int) -> bytes:
        data = self._said()[self._given :][:most]
        if not data and most:
            if self._dumb:
                return self._end()
            raise NothingComes("everything the peer had to say has been read: recv() would wait for ever")
        self._given += len(data)
        return data
