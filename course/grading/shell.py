"""What learners' code can reach of us: the shell that runs it and the stream it prints to.

Both know nothing that a forger could use: `get_ipython()` and `sys.stdout` are theirs to take apart.
"""

from __future__ import annotations

import io
import json
import os
import threading
from contextlib import nullcontext
from importlib import metadata
from typing import Any

from IPython.core.interactiveshell import InteractiveShell

MOST_OUTPUT = 20_000  #: characters that are kept of what one cell prints


class Shell(InteractiveShell):
    """A shell without a kernel: nothing runs between its cells, so there is no loop to switch on either."""

    def enable_gui(self, gui: str | None = None) -> None:
        """`%gui gevent` in a set-up cell is no error here; greenlets run while a cell waits for them."""

    def _tee(self, channel: str) -> Any:
        """IPython would keep all that is printed, for its history."""
        return nullcontext()

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        """Instead of printing a traceback: the outcome tells what happened."""

    showsyntaxerror = showtraceback


class Printed(io.TextIOBase):
    """What `print` writes to: sends at once as a line of JSON, so that a cell that hangs has told."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.RLock()
        self._left = MOST_OUTPUT
        self._pid = 0

    def begin(self) -> None:
        """A cell begins, in this process."""
        self._left, self._pid = MOST_OUTPUT, os.getpid()

    def write(self, text: str) -> int:
        """The first MOST_OUTPUT characters of a cell are sent, the rest is dropped."""
        if os.getpid() != self._pid:  # a process that the cell has started: it may hold a copy of a locked lock
            return len(text)
        with self._lock:
            kept = text[: self._left]
            self._left -= len(kept)
            if kept:
                send_all(self._descriptor, json.dumps({"out": kept}).encode() + b"\n")
        return len(text)

    def writable(self) -> bool:
        return True


def remember_entry_points() -> None:
    """gevent asks for its plugins whenever it patches, which reads the metadata of all packages: 40 ms for each run.

    Here, because a function that learners' code can call shows it the names of the module where it was defined.
    """
    found: Any = metadata.entry_points()
    metadata.entry_points = lambda **chosen: found.select(**chosen) if chosen else found


def send_all(descriptor: int, data: bytes) -> None:
    """Write all of it."""
    while data:
        data = data[os.write(descriptor, data) :]
