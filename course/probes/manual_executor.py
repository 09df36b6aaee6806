"""An executor on which nothing runs until the test says so.

With it a check plays the scheduler: it decides which task runs next, which fails and which is cancelled, so an
order that luck would hide is an order like any other. (Prior art: Trio's `Sequencer`, CPython's prebuilt futures
in `test_concurrent_futures`.)
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from course.probes.guard import GUARD, call, may_be_taken_apart
from course.probes.handed import opaque_function, opaque_pool
from course.probes.patience import patiently


class WatchedFuture(Future[Any]):
    """A Future that tells when somebody waits for it before it is done."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self.waiters: set[str] = set()  #: names of the threads that waited
        self._tell = opaque_function(tell)

    def result(self, timeout: float | None = None) -> Any:
        self._note()
        return super().result(timeout)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        self._note()
        return super().exception(timeout)

    def end(self, value: Any = None, error: BaseException | None = None) -> None:
        """Give it a value, or an exception. By the class: a learner's code may have hidden the methods of this one."""
        with may_be_taken_apart():
            Future.set_result(self, value) if error is None else Future.set_exception(self, error)

    def is_watched(self) -> bool:
        """True if it is unfinished and somebody waits for it or has a callback on it, by whatever means."""
        # private, but the only trace that `wait` and `as_completed` leave; the same from 3.8 to 3.14
        watchers = getattr(self, "_waiters", ()) or getattr(self, "_done_callbacks", ())
        return not self.done() and bool(self.waiters or watchers)

    def has_woken(self) -> bool:
        """True if somebody who waits by `wait` or `as_completed` was woken and has not looked yet."""
        return any(waiter.event.is_set() for waiter in list(getattr(self, "_waiters", ())))

    def _note(self) -> None:
        if not self.done():
            self.waiters.add(threading.current_thread().name)
            self._tell()


class Job:
    """One submission: what was handed over, and its Future."""

    def __init__(self, fn: Any, args: tuple[Any, ...], kwargs: dict[str, Any], future: WatchedFuture) -> None:
        self.fn, self.args, self.kwargs, self.future = fn, args, kwargs, future

    def run(self) -> None:
        """What a worker does with a task; callbacks of the Future run here too, as in a real pool."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.end(error=error)
        else:
            self.future.end(result)


class ManualExecutor(Executor):
    """Collects submissions in `jobs` (in order); `run(i)`, `fail(i, error)` and `cancel(i)` finish them."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.is_shut_down = False
        self._changed = threading.Condition()

    def handed(self) -> Executor:
        """The pool for a learner's code."""
        return opaque_pool(self)

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        with self._changed:
            if self.is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            job = Job(fn, args, kwargs, WatchedFuture(self.poke))
            self.jobs.append(job)
            self._changed.notify_all()
        return job.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.is_shut_down = True
        for job in self.jobs if cancel_futures else ():
            job.future.cancel()
        for job in self.jobs if wait else ():  # as in a real pool; and the test sees what is waited for
            if not job.future.cancelled():
                job.future.exception()

    def poke(self) -> None:
        """Make `wait_until` look again; give it to whatever else may change what the test waits for."""
        with self._changed:
            self._changed.notify_all()

    def wait_until(self, condition: Callable[[], bool], guard: float = GUARD) -> bool:
        """Wait until `condition()` holds, looking whenever a task is submitted, finished or waited for."""
        with self._changed:
            return patiently(lambda seconds: self._changed.wait_for(condition, seconds), guard)

    @property
    def unfinished(self) -> list[int]:
        """Indices of the jobs that are not done, in order of submission."""
        return [i for i, job in enumerate(self.jobs) if not job.future.done()]

    def waited_for(self, thread: str = "learner") -> list[int]:
        """Indices of the jobs that `thread` waited for while they were not done.

        A helper thread of the learner's may wait; the function under test, which runs on "learner", may not.
        """
        return [i for i, job in enumerate(self.jobs) if thread in job.future.waiters]

    def run(self, i: int) -> bool:
        """Run job `i` on a worker thread to its end; False if a callback of it got stuck."""
        return self._on_worker(self.jobs[i].run)

    def fail(self, i: int, error: BaseException) -> bool:
        """Finish job `i` with `error`, without running it."""

        def finish() -> None:
            if self.jobs[i].future.set_running_or_notify_cancel():
                self.jobs[i].future.end(error=error)

        return self._on_worker(finish)

    def cancel(self, i: int) -> bool:
        """Cancel job `i`."""
        return self._on_worker(self.jobs[i].future.cancel)

    def run_all(self) -> None:
        """Finish what is left, also what is submitted meanwhile; for the end of a test."""
        while self.unfinished:
            self.run(self.unfinished[0])

    def _on_worker(self, action: Callable[[], object]) -> bool:
        finished = call(action, thread_name="manual_worker").over.is_set()
        self.poke()
        return finished
