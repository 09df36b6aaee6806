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

from course.probes.guard import GUARD, call
from course.probes.handed import opaque_pool
from course.probes.patience import patiently
from course.probes.watched_future import WatchedFuture, begins, end, has_ended, waiters_of


class Job:
    """One submission: what was handed over, and its Future."""

    def __init__(self, fn: Any, args: tuple[Any, ...], kwargs: dict[str, Any], future: WatchedFuture) -> None:
        self.fn, self.args, self.kwargs, self.future = fn, args, kwargs, future
        self.worker: int | None = None  #: ident of the thread that runs it now

    def run(self) -> None:
        """What a worker does with a task; callbacks of the Future run here too, as in a real pool."""
        self.worker = threading.get_ident()
        try:
            if begins(self.future):
                self._run()
        finally:
            self.worker = None

    def _run(self) -> None:
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.worker = None  # its callbacks are no part of the task
            end(self.future, error=error)
        else:
            self.worker = None
            end(self.future, result)


class ManualExecutor(Executor):
    """Collects submissions in `jobs` (in order); `run(i)`, `fail(i, error)` and `cancel(i)` finish them."""

    _max_workers = 32  #: as real pools say it; as many tasks as a test likes are in progress here
    future_kind = WatchedFuture

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.is_shut_down = False
        self.unfinished_peak = 0  #: most jobs that were not done when one was submitted, with that one
        self._changed = threading.Condition()

    def handed(self, kind: str = "Executor") -> Executor:
        """The pool for a learner's code, of the class that is called `kind`."""
        return opaque_pool(self, kind)

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        with self._changed:
            if self.is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            job = Job(fn, args, kwargs, self.future_kind(self.poke))
            self.jobs.append(job)
            self.unfinished_peak = max(self.unfinished_peak, len(self.unfinished))
            self._changed.notify_all()
        return job.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.is_shut_down = True
        for job in self.jobs if cancel_futures else ():
            Future.cancel(job.future)
        for job in self.jobs if wait else ():  # as in a real pool; and the test sees what is waited for
            if not Future.cancelled(job.future):
                WatchedFuture.exception(job.future)

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
        return [i for i, job in enumerate(self.jobs) if not has_ended(job.future)]

    def waited_for(self, waiter: str = "learner") -> list[int]:
        """Indices of the jobs that somebody in the role of `waiter` waited for while they were not done.

        A helper thread of the learner's may wait; the function under test, whose role is "learner", may not.
        """
        return [i for i, job in enumerate(self.jobs) if waiter in waiters_of(job.future)]

    def job_here(self) -> int | None:
        """Index of the job that runs on this very thread, or None."""
        ident = threading.get_ident()
        return next((i for i, job in enumerate(self.jobs) if job.worker == ident), None)

    def run(self, i: int) -> bool:
        """Run job `i` on a worker thread to its end; False if a callback of it got stuck."""
        return self._on_worker(self.jobs[i].run)

    def fail(self, i: int, error: BaseException) -> bool:
        """Finish job `i` with `error`, without running it."""

        def finish() -> None:
            if begins(self.jobs[i].future):
                end(self.jobs[i].future, error=error)

        return self._on_worker(finish)

    def cancel(self, i: int) -> bool:
        """Cancel job `i`."""
        return self._on_worker(lambda: Future.cancel(self.jobs[i].future))

    def run_all(self) -> None:
        """Finish what is left, also what is submitted meanwhile; for the end of a test."""
        while self.unfinished:
            self.run(self.unfinished[0])

    def _on_worker(self, action: Callable[[], object]) -> bool:
        finished = call(action, thread_name="manual_worker").over.is_set()
        self.poke()
        return finished
