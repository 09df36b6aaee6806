"""What does an accept loop, put together from lines (a Parsons problem), do with its connections?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from course.parsons import program
from course.probes.complaint import is_a
from course.probes.for_ever import NothingComes
from course.probes.guard import call
from course.probes.handed import opaque_function, opaque_object
from course.probes.log import Log
from course.probes.scripted_conn import ScriptedConn


@dataclass
class AcceptLog(Log):
    """`accepted`: connections taken. `threads`: threads started. `by_itself`: conversations the loop held itself.
    `replies` and `closed`: of each connection. `fault`: what went wrong in a thread, or ''.
    """

    accepted: int = 0
    threads: int = 0
    by_itself: int = 0
    replies: list[bytes] = field(default_factory=list)
    closed: list[bool] = field(default_factory=list)
    fault: str = ""


class _Scene:
    """A server with three clients, and threads that run when all have come."""

    def __init__(self, log: AcceptLog) -> None:
        self.log = log
        self.conns = [ScriptedConn([b"one", b"two"]) for _ in range(3)]
        self.targets: list[Callable[[], Any]] = []
        self.in_thread = False

    def accept(self) -> tuple[Any, Any]:
        if self.log.accepted == len(self.conns):
            raise NothingComes("no more clients")
        self.log.accepted += 1
        return self.conns[self.log.accepted - 1].handed(), ("127.0.0.1", 50000)

    def close(self) -> None:
        """As a server has it."""

    def thread(self, target: Any = None, args: tuple[Any, ...] = ()) -> Any:
        scene = self

        class Started:
            def start(self) -> None:
                scene.log.threads += 1
                if callable(target):
                    scene.targets.append(lambda: target(*args))

        return Started()

    def run_threads(self) -> None:
        self.in_thread = True
        for target in self.targets:
            try:
                target()
            except Exception as error:
                self.log.fault = f"{type(error).__name__}: {error}"


def watch_accept_loop(lines: Sequence[str], letters: str) -> AcceptLog:
    """Run the program that `letters` make of `lines`; it finds `server` (three clients come) and `Thread`.

    Letters that make no program are told in the story, like a program that fails.
    """
    log = AcceptLog()
    scene = _Scene(log)
    try:
        source = program(lines, letters)
    except ValueError as error:
        log.story = str(error)
        return log
    outcome = call(
        exec, source, {"server": opaque_object(scene, ("accept", "close")), "Thread": opaque_function(scene.thread)}
    )
    outcome.name = "Your program"
    log.end(outcome)
    log.returned = log.returned or is_a(outcome.error, NothingComes)
    log.by_itself = sum(bool(conn.log) for conn in scene.conns)
    scene.run_threads()
    log.replies = [conn.sent for conn in scene.conns]
    log.closed = [conn.closed for conn in scene.conns]
    return log
