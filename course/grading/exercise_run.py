"""The tests of one exercise: one after the other in one process as long as they pass, the others in their own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from course.errors import CourseError
from course.grading.outcome import Cell, Outcome
from course.grading.plan import TestCell
from course.grading.run_queue import RunQueue
from course.grading.task import Ran, Task, ran_of
from course.grading.verdict import OURS, Verdict

SPREAD = 2.0  #: seconds after which tests do not wait for their turn in one process; no verdict depends on it

Run = Callable[[Sequence[Cell], "Path | None", Callable[[Sequence[Outcome]], bool]], list[Outcome]]


@dataclass(frozen=True)
class Limits:
    """Seconds: `answer` for one cell of the learner's, `test` for one test."""

    answer: float = 30.0  # it defines, and has nothing to wait for
    test: float = 90.0  # its own guards of 10 to 30 s run out first


@dataclass
class ExerciseRun:
    """How the exercises of one submission are run: `run` runs cells in a process, `queue` says when."""

    setup: str
    sources: Sequence[str | None]
    run: Run
    queue: RunQueue
    files: Path | None
    limits: Limits

    def lead(self, group: Sequence[Task]) -> list[tuple[Task, Future[Ran]]]:
        """Run the tests of an exercise. If its cells do not come to an end, the first test's verdict is everybody's."""
        first = group[0]
        together = [task for task in group if task.order == first.order]
        row = _Row(self, [task for task in group if task.order != first.order], together)
        outcomes = self.outcomes(first.order, [task.test for task in together], row.follow)
        row.end()
        if isinstance(outcomes, str):
            lost = _done(Ran(Verdict(None, outcomes), {}))
            return [(task, lost) for task in group]
        cells, tests = outcomes[: 1 + len(first.order)], outcomes[1 + len(first.order) :]
        passed = sum(1 for outcome in tests if outcome.error is None)
        found = {t.test.grade_id: ran_of(t, cells, o) for t, o in zip(together, tests[: max(passed, 1)], strict=False)}
        if any(_lost(outcome) for outcome in cells):
            return [(task, _done(found[first.test.grade_id])) for task in group]
        rest = row.alone([task for task in group if task.test.grade_id not in found])
        return [(t, rest.get(t.test.grade_id) or _done(found[t.test.grade_id])) for t in group]

    def one(self, task: Task) -> Ran:
        """Run one test in a process of its own."""
        outcomes = self.outcomes(task.order, [task.test], lambda outcomes: True)
        if isinstance(outcomes, str):
            return Ran(Verdict(None, outcomes), {})
        return ran_of(task, outcomes[:-1], outcomes[-1])

    def outcomes(
        self, order: Sequence[int], tests: Sequence[TestCell], go_on: Callable[[Sequence[Outcome]], bool]
    ) -> list[Outcome] | str:
        """Of the set-up cell, the cells in `order` and the tests; whatever goes wrong on our side is a sentence."""
        cells = [Cell(self.setup, self.limits.test, setup=True)]
        cells += [Cell(self.sources[index] or "", self.limits.answer) for index in order]
        cells += [Cell(test.source, self.limits.test, test=True) for test in tests]
        try:
            return self.run(cells, self.files, go_on)
        except (CourseError, OSError, RuntimeError, ValueError) as error:
            return f"{OURS}{error}"


class _Row:
    """Tests that run one after the other in one process, and who is sent to a process of its own meanwhile."""

    def __init__(self, job: ExerciseRun, others: Sequence[Task], together: Sequence[Task]) -> None:
        self._job, self._others, self._together = job, others, together
        self._cells = 1 + len(together[0].order)
        self._sent: dict[str, Future[Ran]] = {}
        self._lock = threading.Lock()
        self._begun = 1  # tests that have begun in the one process
        self._timer = threading.Timer(SPREAD, self._spread)
        self._timer.daemon = True

    def follow(self, outcomes: Sequence[Outcome]) -> bool:
        """Told of each outcome; whether the next test may run in the same process."""
        if any(_lost(outcome) for outcome in outcomes[: self._cells]):
            return True  # it is not run, and says so
        tests = len(outcomes) - self._cells
        if tests == 0:
            self.alone(self._others)
            if self._timer.ident is None:
                self._timer.start()
        if tests <= 0 or tests == len(self._together):
            return True
        with self._lock:
            self._begun = tests + 1
            return outcomes[-1].error is None and self._together[tests].test.grade_id not in self._sent

    def alone(self, tasks: Sequence[Task]) -> dict[str, Future[Ran]]:
        """Send `tasks` to processes of their own, once; all that were sent, by grade id."""
        with self._lock:
            for task in tasks:
                if task.test.grade_id not in self._sent:
                    self._sent[task.test.grade_id] = self._job.queue.submit(task.exercise, self._job.one, task)
            return dict(self._sent)

    def _spread(self) -> None:
        self._job.queue.took_long(self._together[0].exercise)
        self.alone(self._together[self._begun :])

    def end(self) -> None:
        """The one process has ended."""
        self._timer.cancel()


def _lost(outcome: Outcome) -> bool:
    return outcome.error is not None and outcome.error["type"] in ("TooLong", "ProcessDied", "NotRun")


def _done(ran: Ran) -> Future[Ran]:
    future: Future[Ran] = Future()
    future.set_result(ran)
    return future
