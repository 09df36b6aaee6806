"""Tasks on a manual pool that begin and end when the test says so."""

from __future__ import annotations

import threading
from typing import Any

from course.probes.guard import Call
from course.probes.handed import opaque_function
from course.probes.log import Function
from course.probes.manual_executor import ManualExecutor
from course.probes.patience import GUARD, patiently
from course.probes.plain import plain


class Scene:
    """A manual pool and a `task` for it; notes with which argument each submission ran the task, and where.

    A submission counts by what it does when it runs, so `submit(task, x)` and `submit(lambda: task(x))` are the same.
    A task in progress stands still until `end`, so that the test can look who takes "started" for "done".
    """

    def __init__(self, result: Function) -> None:
        self.pool = ManualExecutor()
        self.called: list[Any] = []
        self.again: list[Any] = []  #: arguments with which a submission ran the task once more
        self._result = result
        self._ran: dict[int, Any] = {}
        self._job_of: dict[int, int] = {}  # by thread ident
        self._outcomes: dict[int, Any] = {}  # job -> what the task returned or raised
        self._runs: dict[int, Call] = {}
        self._ends: dict[int, bool] = {}  # job -> whether it fails
        self._changed = threading.Condition()

    def task(self, x: Any) -> Any:
        """What the task does."""
        job = self._job_of.get(threading.get_ident())
        if job is None:
            self.called.append(plain(x))
            return self._result(x)
        ran = plain(x)  # here, and now: its text is asked for
        with self._changed:
            if job in self._ran:
                self.again.append(ran)
            self._ran[job] = ran
            self._changed.notify_all()
            self._changed.wait_for(lambda: job in self._ends)
        try:
            self._outcomes[job] = self._end_of(job, x)
        except Exception as error:
            self._outcomes[job] = error
            raise
        return self._outcomes[job]

    def _end_of(self, job: int, x: Any) -> Any:
        if self._ends[job]:
            raise ValueError(f"the task for {x} failed")
        return self._result(x)

    def is_kept(self, i: int) -> bool:
        """True if the Future of submission `i` holds the very thing that its task returned or raised."""
        if i not in self._outcomes:
            return False
        future, outcome = self.pool.jobs[i].future, self._outcomes[i]
        return outcome is (future._result if future._exception is None else future._exception)

    def handed(self) -> Function:
        """The task for a learner's code."""
        return opaque_function(self.task)

    def start(self, i: int) -> None:
        """Let submission `i` begin on a worker of its own, and wait until the task is in progress."""
        if i not in self._runs:
            self._runs[i] = Call(self._run, i, thread_name="manual_worker", when_over=self._poke)
            with self._changed:
                patiently(lambda seconds: self._changed.wait_for(lambda: self._has_begun(i), seconds))

    def _has_begun(self, i: int) -> bool:
        return i in self._ran or self._runs[i].over.is_set()

    def end(self, i: int, fails: bool = False, guard: float = GUARD) -> None:
        """Let submission `i` come to its end, with the callbacks of its Future if they take no longer than `guard`."""
        self.start(i)
        with self._changed:
            self._ends[i] = fails
            self._changed.notify_all()
        self._runs[i].wait(guard)
        self.pool.poke()

    def end_all(self) -> None:
        """Let everything come to its end that is left."""
        while self.pool.unfinished:
            self.end(self.pool.unfinished[0])

    @property
    def ran(self) -> list[Any]:
        """The task's argument per submission; None for one that did not run it."""
        return [self._ran.get(i) for i in range(len(self.pool.jobs))]

    def _run(self, i: int) -> None:
        self._job_of[threading.get_ident()] = i
        try:
            self.pool.jobs[i].run()
        finally:
            del self._job_of[threading.get_ident()]

    def _poke(self) -> None:
        with self._changed:
            self._changed.notify_all()
