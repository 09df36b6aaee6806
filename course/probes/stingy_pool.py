"""A lawful thread pool that never starts a worker it can do without.

A real pool may run three quick tasks on one worker or on three: luck. This one hands a task to a new worker only
when every worker it has is *stuck waiting* inside a task (on a barrier, event, condition or queue). A learner's
function that forces its tasks to overlap works on it as on any pool; one that hopes for overlap, or sleeps for
it, finds a single worker.

A wait with a timeout may be either: a rendezvous that is not to hang, or a sleep. A pool that is `trusting` takes it
for a rendezvous and notes (`ran_out`) if a task took as long as that timeout, so that nobody may have woken it. Then
try again with a pool that is not: to that one such a wait is work like any other, as `time.sleep` is to both.

Nor is a task stuck as long as a thread of the answer's is at work, or waits with a timeout: it may be a clock that lets
the tasks go in a moment, a `Timer` or a sleeper that is joined, and no rendezvous at all.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any

from course.probes.handed import opaque_function, opaque_pool
from course.probes.patience import PAUSE
from course.probes.standing import Crowd, wait_of

PATIENCE = 3.0  #: seconds a task may run without waiting visibly before it counts as stuck (raw locks do)
STEADY = 4  #: looks in a row that must see a worker waiting at the same spot


class StingyPool(Executor):
    """A pool of at most `max_workers` threads; `submit` lets what is running end or wait first.

    So many workers as `there` says are started before there is work, as if there had been some.
    """

    def __init__(self, max_workers: int, trusting: bool = True, there: int = 0) -> None:
        self.workers: list[threading.Thread] = []
        self.ran_out = self.is_shut_down = False
        self._max_workers, self._trusting = max_workers, trusting
        self._timeouts: dict[int, float] = {}  # by worker: of the shortest wait that its task was seen in
        self._tasks: queue.SimpleQueue[Callable[[Callable[[], None]], None] | None] = queue.SimpleQueue()
        self._open_tasks = 0
        self._lock = threading.Lock()
        self._crowd = Crowd()
        for _ in range(there):
            self._start_worker()

    @property
    def idents(self) -> set[int]:
        """Idents of the workers started so far."""
        return {worker.ident or 0 for worker in self.workers}

    def handed(self, kind: str = "Executor") -> Executor:
        """The pool for a learner's code, of the class that is called `kind`."""
        return opaque_pool(self, kind)

    @property
    def is_free(self) -> bool:
        """True if no task is in progress or waits for a worker."""
        return self._open_tasks == 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self._settle()
        future: Future[Any] = Future()

        def task(leave: Callable[[], None]) -> None:
            if future.set_running_or_notify_cancel():
                try:
                    result = fn(*args, **kwargs)
                except BaseException as error:
                    self._finish(leave, future.set_exception, error)
                else:
                    self._finish(leave, future.set_result, result)
            else:
                self._finish(leave, lambda _: None, None)

        with self._lock:
            self._open_tasks += 1
            need_worker = self._open_tasks > len(self.workers) < self._max_workers
        self._tasks.put(task)
        if need_worker:
            self._start_worker()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.is_shut_down = True
        for _ in self.workers:
            self._tasks.put(None)
        for worker in self.workers if wait else ():
            worker.join()

    def _finish(self, leave: Callable[[], None], settle: Callable[[Any], None], outcome: Any) -> None:
        leave()
        with self._lock:  # free before the Future tells: whoever waited for it may submit at once
            self._open_tasks -= 1
        settle(outcome)

    def _start_worker(self) -> None:
        name = f"pool_{len(self.workers)}"
        worker = threading.Thread(target=opaque_function(self._work), name=name, daemon=True)
        self.workers.append(worker)
        worker.start()

    def _work(self) -> None:
        ident = threading.get_ident()
        for task in iter(self._tasks.get, None):
            task(partial(self._leave, ident, time.monotonic()))

    def _leave(self, ident: int, began: float) -> None:
        """The task that worker `ident` began then is over."""
        seconds = time.monotonic() - began
        self.ran_out |= seconds >= self._timeouts.pop(ident, seconds + 1)

    def _settle(self) -> None:
        """Wait until every task handed over has ended or is stuck waiting."""
        give_up = time.monotonic() + PATIENCE
        last: list[tuple[int, int]] = []
        steady = 0
        while steady < STEADY and time.monotonic() < give_up:
            seen = [spot for spot in map(self._stuck_at, self.workers) if spot]
            with self._lock:
                busy = min(self._open_tasks, len(self.workers))
            if busy == 0:
                return
            is_stuck = len(seen) >= busy and seen == last and not self._has_clock()
            steady, last = steady + 1 if is_stuck else 0, seen
            time.sleep(PAUSE)

    def _has_clock(self) -> bool:
        """True if a thread that is no worker may go on by itself."""
        return self._crowd.is_at_work(*self.idents)

    def _stuck_at(self, worker: threading.Thread) -> tuple[int, int] | None:
        """Where `worker` waits, or None if it does not, or not for good."""
        ident = worker.ident or 0
        found = wait_of(ident)
        if found is None or (found.timeout is not None and not self._trusting):
            return None
        if found.timeout is not None:
            self._timeouts[ident] = min(found.timeout, self._timeouts.get(ident, found.timeout))
        return found.spot
