"""Tasks that stop at a gate, so that the test knows who is in progress and decides who ends next.

"At least n together" is proved by n tasks standing at their gates at once (a rendezvous), never by a stopwatch.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any

from course.probes.patience import GUARD, LOOK, patiently
from course.probes.plain import plain, same


def meet(meeting: threading.Barrier) -> bool:
    """Wait at `meeting`; False if the others did not come within the guard."""
    try:
        meeting.wait(GUARD)
    except threading.BrokenBarrierError:
        return False
    return True


def asked_for(x: Any, args: Iterable[Any]) -> Any:
    """`x` as plain data if it is one of `args`, and LookupError if a task was called with what nobody asked for."""
    found = plain(x)
    if not any(same(found, arg) for arg in args):
        raise LookupError(f"nobody asked for a task for {found!r}")
    return found


class Gates:
    """`task(x)` waits at gate `x` until `open(x)`, then returns `results[x]` or raises it if it is an error.

    `arrived` and `ended` list the tasks in the order in which that happened; `workers` are the threads they
    ran on. Gates of a task that runs twice stay open, so a repeated task is seen in `arrived`.
    """

    def __init__(self, results: dict[Any, Any]) -> None:
        self.results = results
        self.arrived: list[Any] = []
        self.ended: list[Any] = []
        self.workers: list[threading.Thread] = []
        self._opened: set[Any] = set()
        self._all_open = False
        self._changed = threading.Condition()

    def task(self, x: Any) -> Any:
        """The function to give to the learner's pool."""
        x = asked_for(x, self.results)
        with self._changed:
            self.arrived.append(x)
            self.workers.append(threading.current_thread())
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._all_open or x in self._opened)
            self.ended.append(x)
            self._changed.notify_all()
        return self.result(x)

    def result(self, x: Any) -> Any:
        """Return or raise the result of task `x`."""
        result = self.results[asked_for(x, self.results)]
        if isinstance(result, BaseException):
            raise result
        return result

    @property
    def in_flight(self) -> list[Any]:
        """The tasks that stand at their gates now, in order of arrival."""
        with self._changed:
            waiting = list(self.arrived)
            for x in self.ended:
                waiting.remove(x)
            return waiting

    def wait_for(self, n: int, guard: float = GUARD, over: Callable[[], bool] = lambda: False) -> bool:
        """Wait until `n` tasks have arrived since the beginning, or it is `over`; True if they have arrived."""
        with self._changed:
            patiently(lambda s: self._changed.wait_for(lambda: len(self.arrived) >= n or over(), s), guard)
            return len(self.arrived) >= n

    def poke(self) -> None:
        """Make `wait_for` look again."""
        with self._changed:
            self._changed.notify_all()

    def stray(self) -> bool:
        """Look for one arrival more than there should be; may miss one, never invents one."""
        return self.wait_for(len(self.arrived) + 1, LOOK / 4)

    def open(self, x: Any) -> None:
        """Let task `x` go on and wait until it has."""
        with self._changed:
            before = self.ended.count(x)
            self._opened.add(x)
            self._changed.notify_all()
            patiently(lambda seconds: self._changed.wait_for(lambda: self.ended.count(x) > before, seconds))

    def open_all(self) -> None:
        """Let every task go on, now and later; for the end of a test."""
        with self._changed:
            self._all_open = True
            self._changed.notify_all()
