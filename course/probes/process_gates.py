"""Gates for tasks that run in other processes, whatever the start method.

A task connects to the test over loopback, says who it is in one line of JSON and waits for one line of JSON: its
result. So the test sees from outside which process runs what, and decides which task ends next. Nothing that comes
back is unpickled or evaluated.
"""

from __future__ import annotations

import json
import os
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import current_process
from typing import Any

from course.probes.handed import opaque_function
from course.probes.patience import GUARD, patiently


@dataclass(frozen=True)
class Knock:
    """The function to give to the learner's process pool; importable, hence picklable under every start method."""

    address: tuple[str, int]
    __name__ = "knock"

    def __call__(self, x: Any) -> Any:
        with socket.create_connection(self.address) as connection, connection.makefile("rw") as lines:
            who = {"task": x, "pid": os.getpid(), "process": type(current_process()).__name__}
            lines.write(json.dumps(who) + "\n")
            lines.flush()
            return json.loads(lines.readline())


@dataclass
class Arrival:
    """A task that stands at its gate: which one, and the process that runs it."""

    task: Any
    pid: int
    process: str
    lines: Any


class ProcessGates:
    """Context manager: `task` is for the pool, `arrivals` and `open_last` are for the test."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self._open: list[Arrival] = []
        self._changed = threading.Condition()
        self._server = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.task = Knock(self._server.getsockname())

    def __enter__(self) -> ProcessGates:
        threading.Thread(target=opaque_function(self._accept), name="process_gates", daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)  # wakes accept(); close() alone does not
        self._server.close()
        while self._open:  # their tasks fail on the empty line, so no worker is left behind
            self._open.pop().lines.close()

    def in_flight(self) -> int:
        """How many tasks stand at their gates."""
        return len(self._open)

    def wait_for_in_flight(self, n: int, over: threading.Event, guard: float = GUARD) -> bool:
        """Wait until `n` tasks stand at their gates or the call is `over`."""
        with self._changed:
            return patiently(
                lambda seconds: self._changed.wait_for(lambda: len(self._open) >= n or over.is_set(), seconds), guard
            )

    def open_last(self, args: Sequence[Any], result: Callable[[Any], Any]) -> Any:
        """Let the waiting task that is last in `args` go on with `result(task)`; returns the task."""
        with self._changed:
            last = max(self._open, key=lambda arrival: args.index(arrival.task))
            self._open.remove(last)
        last.lines.write(json.dumps(result(last.task)) + "\n")
        last.lines.close()
        return last.task

    def poke(self) -> None:
        """Make `wait_for_in_flight` look again."""
        with self._changed:
            self._changed.notify_all()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:  # the gates were closed
                return
            lines = connection.makefile("rw")
            connection.close()  # `lines` keeps the socket open
            who = json.loads(lines.readline())
            with self._changed:
                arrival = Arrival(who["task"], who["pid"], who["process"], lines)
                self.arrivals.append(arrival)
                self._open.append(arrival)
                self._changed.notify_all()
