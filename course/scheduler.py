"""You are the scheduler: an executor on which nothing runs until you say so.

    pool = Scheduler(workers=2)
    futures = [pool.submit(task, n) for n in range(4)]
    pool                      # buttons: run next, run this one, fail, cancel

Orders that luck would hide are played by hand, with buttons or with `run_next`, `run`, `fail` and `cancel`. When
nothing can go on, or a task is passed over again and again, that is said with its name: deadlock, starvation.
"""

from __future__ import annotations

import threading
from concurrent.futures import Executor, Future
from typing import Any

from course.card import bundle
from course.errors import CourseError
from course.probes.guard import LOOK
from course.probes.manual_executor import Job
from course.probes.watched_future import WatchedFuture
from course.scheduler_verdict import Table, verdict
from course.watch.executors import task_name


class PlayedFuture(WatchedFuture):
    """A Future that tells its scheduler who waits for it, and when the wait is over."""

    def __init__(self, scheduler: Scheduler, number: int) -> None:
        super().__init__(lambda: None)
        self._scheduler, self._number = scheduler, number

    def result(self, timeout: float | None = None) -> Any:
        with self._scheduler.waiting_for(self._number, self):
            return super().result(timeout)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        with self._scheduler.waiting_for(self._number, self):
            return super().exception(timeout)


class Scheduler(Executor):
    """A pool of `workers` threads, each of which begins a task only when it is told to.

    `jobs`: all tasks, in the order they were submitted; numbers below are places in it. CourseError for a move that
    is not possible.
    """

    def __init__(self, workers: int = 1) -> None:
        if workers < 1:
            raise CourseError(f"workers={workers} makes no pool: give at least 1.")
        self.workers = workers
        self.jobs: list[Job] = []
        self.names: list[str] = []
        self._table = Table(workers)
        self._changed = threading.Condition()
        self._closed = False
        self._view: Any = None

    # what a pool can do

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        with self._changed:
            if self._closed:
                raise RuntimeError("cannot schedule new futures after shutdown")
            number = len(self.jobs)
            job = Job(fn, args, kwargs, PlayedFuture(self, number))
            self.jobs.append(job)
            self.names.append(task_name(fn, args))
            self._table.queued(number)
            # last in: whatever the learner's callbacks do, the table is told first
            job.future.add_done_callback(lambda _: self._over(number))
        self._show()
        return job.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._closed = True
        for number in self._table.queue if cancel_futures else ():
            self.cancel(number)
        for job in self.jobs if wait else ():
            if not job.future.cancelled():
                job.future.exception()

    # moves

    def run_next(self) -> str:
        """Let a free worker take the task that has waited longest; what is the matter then, in a sentence."""
        with self._changed:
            if not self._table.queue:
                raise CourseError("The queue is empty: there is nothing to run.")
            first = self._table.queue[0]
        return self.run(first)

    def run(self, number: int) -> str:
        """Let a free worker take this task, and wait until it is over, waits itself, or takes longer."""
        with self._changed:
            self._must_be_queued(number)
            worker = self._table.start(number)
        thread = threading.Thread(target=self.jobs[number].run, name=f"worker {worker}", daemon=True)
        thread.start()
        return self._settled()

    def fail(self, number: int, error: BaseException | None = None) -> str:
        """Let the task fail with `error` (a RuntimeError by default), without running it."""
        with self._changed:
            self._must_be_queued(number)
            self._table.leave(number)
        future = self.jobs[number].future
        if future.set_running_or_notify_cancel():
            future.set_exception(error or RuntimeError(f"{self.names[number]} was made to fail"))
        return self._settled()

    def cancel(self, number: int) -> str:
        """Cancel the task."""
        with self._changed:
            self._must_be_queued(number)
            self._table.leave(number)
        self.jobs[number].future.cancel()
        return self._settled()

    @property
    def verdict(self) -> str:
        """What is the matter: a deadlock or starvation by name, or how many tasks are where."""
        with self._changed:
            return verdict(self._table, self.names)

    # what happens

    def waiting_for(self, number: int, future: Future[Any]) -> Any:
        """A context in which the calling thread waits for the result of task `number`."""
        return _Waiting(self, number, future)

    def note(self, thread: str, number: int | None) -> None:
        """`thread` waits for task `number`, or for none any more."""
        with self._changed:
            self._table.waits(thread, number)
            self._changed.notify_all()
        self._show()

    def _over(self, number: int) -> None:
        with self._changed:
            self._table.leave(number)
            self._changed.notify_all()
        self._show()

    def _settled(self) -> str:
        """Wait until every worker is free or waits for what is not done; a task that takes longer goes on."""

        def still() -> bool:
            woken = [task for task in self._table.waiting.values() if self.jobs[task].future.done()]
            return not woken and all(map(self._table.is_waiting, self._table.running.values()))

        with self._changed:
            self._changed.wait_for(still, LOOK)
        self._show()
        return self.verdict

    def _must_be_queued(self, number: int) -> None:
        if not 0 <= number < len(self.jobs):
            raise CourseError(f"There is no task {number}: {len(self.jobs)} were submitted, counted from 0.")
        if number not in self._table.queue:
            raise CourseError(f"Task {number} is not in the queue any more.")

    def state(self, number: int) -> str:
        """Of a task: waiting in the queue, running on a worker (and what it waits for), finished, failed, cancelled."""
        future = self.jobs[number].future
        if not future.done():
            return self._table.where(number)
        if future.cancelled():
            return "cancelled"
        return "failed" if Future.exception(future, 0) else "finished"

    # to be looked at

    def _show(self) -> None:
        if self._view is not None:
            self._view.show()

    def __repr__(self) -> str:
        lines = [f"  {n}  {name}: {self.state(n)}" for n, name in enumerate(self.names)]
        plural = "s" if self.workers > 1 else ""
        how = "Without buttons: pool.run_next(), pool.run(0), pool.fail(0), pool.cancel(0)"
        return "\n".join([f"You are the scheduler of {self.workers} worker{plural}. {self.verdict}", *lines, how])

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        from course.scheduler_view import SchedulerView

        self._view = self._view or SchedulerView(self)
        return bundle(self._view.box, repr(self))


class _Waiting:
    """Tells the scheduler that this thread waits, if it really has to."""

    def __init__(self, scheduler: Scheduler, number: int, future: Future[Any]) -> None:
        self._scheduler, self._number, self._future = scheduler, number, future
        self._thread = ""

    def __enter__(self) -> None:
        if not self._future.done():
            self._thread = threading.current_thread().name
            self._scheduler.note(self._thread, self._number)

    def __exit__(self, *_: object) -> None:
        if self._thread:
            self._scheduler.note(self._thread, None)
