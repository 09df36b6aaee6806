"""Gates for tasks that run in other processes, whatever the start method.

A task connects to the test, says who it is in one line of JSON and waits for one line of JSON: its result. So the test
sees from outside which process runs what, and decides which task ends next. Nothing that comes back is unpickled or
evaluated. Where the system knows who connects (`process_kind.py`), it is asked: whoever has the address could say
anything.
"""

from __future__ import annotations

import json
import os
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing import current_process
from typing import Any

from course.probes.handed import opaque_function
from course.probes.patience import GUARD, patiently
from course.probes.plain import same
from course.probes.process_kind import CAN_TELL, kind_of, peer_of


@dataclass(frozen=True)
class Knock:
    """The function to give to the learner's process pool; importable, hence picklable under every start method."""

    _address: str | tuple[str, int] = field(repr=False)
    __name__ = "knock"

    def __call__(self, x: Any) -> Any:
        with _connected(self._address) as connection, connection.makefile("rw", encoding="utf-8") as lines:
            who = {"task": x, "pid": os.getpid(), "process": type(current_process()).__name__}
            lines.write(json.dumps(who, default=repr) + "\n")
            lines.flush()
            answer = json.loads(lines.readline())
        if "unasked" in answer:
            raise LookupError(f"nobody asked for a task for {x!r}")
        if "error" in answer:
            raise ValueError(answer["error"])
        return answer["result"]


def _connected(address: str | tuple[str, int]) -> socket.socket:
    if isinstance(address, tuple):
        return socket.create_connection(address)
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(address)
    return connection


def _server() -> socket.socket:
    """One whose peers are known, if there is such a thing here."""
    if not CAN_TELL:
        return socket.create_server(("127.0.0.1", 0), backlog=128)
    server = socket.socket(socket.AF_UNIX)
    server.bind("")  # Linux finds a name that is no file
    server.listen(128)
    return server


def _address_of(server: socket.socket) -> str | tuple[str, int]:
    name = server.getsockname()
    return name.decode() if isinstance(name, bytes) else name


@dataclass
class Arrival:
    """A task that stands at its gate: which one, and the process that runs it."""

    task: Any
    pid: int
    process: str
    lines: Any


class ProcessGates:
    """Context manager: `task` is for the pool, `arrivals` and `open_last` are for the test."""

    def __init__(self, args: Sequence[Any]) -> None:
        self.arrivals: list[Arrival] = []
        self._args = list(args)
        self._open: list[Arrival] = []
        self._changed = threading.Condition()
        self._server = _server()
        self.task = Knock(_address_of(self._server))

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

    def open_last(self, result: Callable[[Any], Any]) -> Any:
        """Let the waiting task that is last among the arguments go on with `result(task)`; returns the task.

        A ValueError that `result` raises is what the task raises.
        """
        with self._changed:
            last = max(self._open, key=lambda arrival: self._args.index(arrival.task))
            self._open.remove(last)
        try:
            answer = {"result": result(last.task)}
        except ValueError as error:
            answer = {"error": str(error)}
        _tell(last.lines, answer)
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
            with connection:
                self._let_in(connection)

    def _let_in(self, connection: socket.socket) -> None:
        lines = connection.makefile("rw", encoding="utf-8")  # keeps the socket open
        try:
            who = json.loads(lines.readline())
            arrival = Arrival(who["task"], who["pid"], who["process"], lines)
            if CAN_TELL:
                arrival.pid = peer_of(connection)
                arrival.process = kind_of(arrival.pid)
        except (OSError, ValueError, LookupError, TypeError):  # whoever that was, a task it is not
            return
        if not any(same(arrival.task, arg) for arg in self._args):
            _tell(lines, {"unasked": True})
            return
        with self._changed:
            self.arrivals.append(arrival)
            self._open.append(arrival)
            self._changed.notify_all()


def _tell(lines: Any, answer: dict[str, Any]) -> None:
    try:
        lines.write(json.dumps(answer) + "\n")
        lines.close()
    except OSError:  # it waits no more
        pass
