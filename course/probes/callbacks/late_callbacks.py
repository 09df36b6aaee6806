"""A lawful pool whose callbacks run when the test lets them, and whose Futures may be slow to answer them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any
from weakref import WeakKeyDictionary

from course.probes.guard import role
from course.probes.handed import opaque_function
from course.probes.manual_executor import ManualExecutor
from course.probes.watched_future import WatchedFuture, callbacks_on

#: whom to tell, by the Future; not on it, where a learner's code could put something else
_ASKED: WeakKeyDictionary[Future[Any], Callable[[], object]] = WeakKeyDictionary()


def tell_when_asked(future: Future[Any], tell: Callable[[], object]) -> None:
    """Call `tell()` when a callback of that AskedFuture asks it how the task ended."""
    _ASKED[future] = opaque_function(tell)


class AskedFuture(WatchedFuture):
    """A Future that tells when one of its callbacks asks it how the task ended, before it answers."""

    def result(self, timeout: float | None = None) -> Any:
        self._tell_if_a_callback_asks()
        return super().result(timeout)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        self._tell_if_a_callback_asks()
        return super().exception(timeout)

    def _tell_if_a_callback_asks(self) -> None:
        if role() == "manual_worker":
            _ASKED.get(self, lambda: None)()


class LateCallbacks(ManualExecutor):
    """Its Futures have a slow callback of their own before the learner's; but tasks in `quick` are done, and with
    nothing late, before `submit` returns.
    """

    future_kind = AskedFuture

    def __init__(self, quick: Sequence[int] = ()) -> None:
        super().__init__()
        self.ended: set[int] = set()
        self._quick = quick
        self._go_on: list[threading.Event] = []
        self._all_go_on = False

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = super().submit(fn, *args, **kwargs)
        i, go_on = len(self._go_on), threading.Event()
        self._go_on.append(go_on)
        if self._all_go_on or i in self._quick:
            go_on.set()
        Future.add_done_callback(future, lambda _: self._be_late(i, go_on))
        if i in self._quick:
            self.jobs[i].run()  # here: a thread of its own would have the learner's wait, which is looked for
        return future

    def let(self, i: int) -> None:
        """Let the callbacks of Future `i` run."""
        self._go_on[i].set()

    def let_all(self) -> None:
        """Let all callbacks run, also those of Futures to come."""
        self._all_go_on = True
        for go_on in self._go_on:
            go_on.set()

    def _be_late(self, i: int, go_on: threading.Event) -> None:
        with self._changed:
            self.ended.add(i)  # not before: now whoever waited for the result has been woken
            self._changed.notify_all()
        go_on.wait()  # a thread with a timeout would look like a clock of the answer's

    def called_back(self) -> int:
        """How many Futures have another callback than that."""
        return sum(callbacks_on(job.future) > 1 for job in self.jobs)
