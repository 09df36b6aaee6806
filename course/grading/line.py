"""A line to one run's process: orders go out under a key, and of what comes back only messages in shape are taken."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from course.errors import CourseError
from course.grading.letters import KEY, SIGNATURE, seal_letter, sign

START = 60.0  #: seconds the interpreter may take to import its modules, and a process to begin
LONGEST = 1 << 20  #: bytes of one line; what a run prints comes in pieces far smaller
MOST = 4 << 20  #: bytes that one run may send altogether


@dataclass
class Line:
    """`connection` leads to the interpreter, which begins a run for it."""

    connection: socket.socket
    _buffer: bytes = b""
    _received: int = 0
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(KEY))
    _letters: int = 0
    _reports: int = 0

    @contextlib.contextmanager
    def started(self, box: dict[str, Any] | None) -> Iterator[None]:
        """Start the process; end it and all it has started at last. CourseError if it is to have a box and has none."""
        self._send(json.dumps({"box": box, "key": self._key.hex()}).encode() + b"\n")
        answer = self.next(time.monotonic() + START)
        if "no box" in answer:
            raise CourseError(answer["no box"])
        if not isinstance(pid := answer.get("pid"), int):
            raise RuntimeError("the interpreter that runs the answers could not enter the box")
        try:
            yield
        finally:
            if box:
                self._close_the_box()
            else:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(pid, signal.SIGKILL)

    def _close_the_box(self) -> None:
        """Hang up, and wait until everybody in the box has gone: only then does the line end."""
        self.connection.settimeout(START)
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            while self.connection.recv(65536):
                pass

    def order(self, order: dict[str, Any]) -> None:
        """Send an order, which only the run can read."""
        self._send(seal_letter(self._key, self._letters, order))
        self._letters += 1

    def _send(self, line: bytes) -> None:
        self.connection.settimeout(START)
        self.connection.sendall(line)

    def next(self, deadline: float) -> dict[str, Any]:
        """The next message; TimeoutError past the deadline, EOFError when the process is gone or has said too much."""
        while b"\n" not in self._buffer:
            self.connection.settimeout(max(0.001, deadline - time.monotonic()))
            chunk = self.connection.recv(65536)
            self._buffer += chunk
            self._received += len(chunk)
            if not chunk or len(self._buffer) > LONGEST or self._received > MOST:
                raise EOFError
            if time.monotonic() > deadline:
                raise TimeoutError
        line, self._buffer = self._buffer.split(b"\n", 1)
        signed = not line.startswith(b"{")
        if signed:
            signature, line = line[:SIGNATURE], line[SIGNATURE:]
            if signature != sign(b"report" + self._key, self._reports, line + b"\n"):
                raise EOFError
            self._reports += 1
        message = json.loads(line)
        if not isinstance(message, dict) or (not signed and not {"token", "seen"}.isdisjoint(message)):
            raise ValueError("not a message")
        return message
