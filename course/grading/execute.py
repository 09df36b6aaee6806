"""Run a submission: a mended notebook in, the same notebook with outputs and a verdict on every test out.

Each exercise has a process of its own, in which the set-up cell runs, the cells that its tests need, and its tests as
long as they pass. A test that does not pass, or takes long, sends those behind it to processes of their own. So
whatever a cell does, hang or die or leave behind, costs the tests that need this cell and no other, no test is lost by
what another has left, and no verdict is ever missing.
"""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat.v4 import new_output

from course.errors import CourseError
from course.grading.needed import needed
from course.grading.outcome import Cell, Outcome
from course.grading.plan import TestCell
from course.grading.run_queue import RunQueue
from course.grading.verdict import OURS, Verdict, verdict

TAMPERING = "Signs of tampering, for a person to look at:"
KEY = "course_grading"  #: where in the notebook's metadata the verdicts are

SPREAD = 2.0  #: seconds after which tests do not wait for their turn in one process; no verdict depends on it

Run = Callable[[Sequence[Cell], "Path | None", Callable[[Sequence[Outcome]], bool]], list[Outcome]]


@dataclass(frozen=True)
class Task:
    """One test and the indices of the cells it runs: `helpers` and `answer` (if there is one), `order` of both."""

    test: TestCell
    index: int
    order: tuple[int, ...]
    answer: int | None
    exercise: str


@dataclass
class Ran:
    """What became of one task: outcomes by the index of the cell, and the verdict."""

    verdict: Verdict
    outcomes: dict[int, Outcome]

    @property
    def seen(self) -> list[str]:
        """Signs of tampering."""
        return list(dict.fromkeys(sign for outcome in self.outcomes.values() for sign in outcome.seen))


@dataclass(frozen=True)
class Limits:
    """Seconds: `answer` for one cell of the learner's, `test` for one test."""

    answer: float = 30.0  # it defines, and has nothing to wait for
    test: float = 90.0  # its own guards of 10 to 30 s run out first


def execute(
    notebook: Any, setup: str, run: Run, queue: RunQueue, files: Path | None = None, limits: Limits | None = None
) -> Any:
    """The notebook with outputs; `metadata[KEY]["verdicts"]` holds points and reason by grade id.

    `run` runs cells in a process of their own (`WarmInterpreter.run`), exercises side by side in `queue`; `files` is
    the folder of what was handed in beside the notebook. Points are None where an answer could not be judged.
    """
    executed = copy.deepcopy(notebook)
    sources = [cell.source if cell.cell_type == "code" and not _is_test(cell) else None for cell in executed.cells]
    exercises: dict[int | None, list[Task]] = {}
    for task in tasks(executed, sources, setup):
        exercises.setdefault(task.answer, []).append(task)
    job = _Job(setup, sources, run, queue, files, limits or Limits())
    leads = [queue.submit(group[0].exercise, job.lead, group) for group in exercises.values()]
    ran = {task.test.grade_id: (task, found.result()) for lead in leads for task, found in lead.result()}
    verdicts: dict[str, Any] = {}
    for cell in executed.cells:
        if _is_test(cell):
            task, result = ran[cell.metadata.nbgrader.grade_id]
            _show(executed, task, result)
            verdicts[task.test.grade_id] = {"points": result.verdict.points, "reason": result.verdict.reason}
            if result.seen:
                verdicts[task.test.grade_id]["seen"] = result.seen
    executed.metadata[KEY] = {**executed.metadata.get(KEY, {}), "verdicts": verdicts}
    return executed


def tasks(notebook: Any, sources: Sequence[str | None], setup: str) -> list[Task]:
    """What there is to run, in the order of the notebook."""
    solutions = {cell.metadata.nbgrader.grade_id: i for i, cell in enumerate(notebook.cells) if _is(cell, "solution")}
    found = []
    for index, cell in enumerate(notebook.cells):
        if not _is_test(cell):
            continue
        about = cell.metadata.nbgrader
        names = [name for name in solutions if about.grade_id.startswith(f"{name}_")]
        answer = solutions[max(names, key=len)] if names else None
        always = [answer] if answer is not None else []
        order = needed([*sources[:index], cell.source, *sources[index + 1 :]], index, setup, always)
        test = TestCell(about.grade_id, float(about.points), cell.source)
        found.append(Task(test, index, tuple(order), answer, max(names, key=len, default="")))
    return found


@dataclass
class _Job:
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
        found = {t.test.grade_id: _ran(t, cells, o) for t, o in zip(together, tests[: max(passed, 1)], strict=False)}
        if any(_lost(outcome) for outcome in cells):
            return [(task, _done(found[first.test.grade_id])) for task in group]
        rest = row.alone([task for task in group if task.test.grade_id not in found])
        return [(t, rest.get(t.test.grade_id) or _done(found[t.test.grade_id])) for t in group]

    def one(self, task: Task) -> Ran:
        """Run one test in a process of its own."""
        outcomes = self.outcomes(task.order, [task.test], lambda outcomes: True)
        if isinstance(outcomes, str):
            return Ran(Verdict(None, outcomes), {})
        return _ran(task, outcomes[:-1], outcomes[-1])

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

    def __init__(self, job: _Job, others: Sequence[Task], together: Sequence[Task]) -> None:
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


def _ran(task: Task, cells: Sequence[Outcome], checked: Outcome) -> Ran:
    """The verdict on one test by the outcomes of the set-up cell and its cells, and of the test itself."""
    setup, *own = cells
    by_index = dict(zip(task.order, own, strict=True))
    answer = None if task.answer is None else by_index[task.answer]
    helpers = [outcome for index, outcome in by_index.items() if index != task.answer]
    return Ran(verdict(task.test, setup, helpers, answer, checked), {**by_index, task.index: checked})


def _lost(outcome: Outcome) -> bool:
    return outcome.error is not None and outcome.error["type"] in ("TooLong", "ProcessDied", "NotRun")


def _done(ran: Ran) -> Future[Ran]:
    future: Future[Ran] = Future()
    future.set_result(ran)
    return future


def _show(notebook: Any, task: Task, ran: Ran) -> None:
    """Write into the notebook what the cells printed, where they stopped, and what the test said."""
    for index in task.order:
        cell = notebook.cells[index]
        if not cell.outputs and (outcome := ran.outcomes.get(index)):
            cell.outputs = _printed(outcome)
            if outcome.error:
                cell.outputs.append(_error(outcome.error["type"], outcome.error["sentence"] + outcome.error["place"]))
    cell = notebook.cells[task.index]
    cell.outputs = _printed(ran.outcomes[task.index]) if task.index in ran.outcomes else []
    if ran.seen:
        cell.outputs.append(new_output("stream", name="stderr", text="\n".join([TAMPERING, *ran.seen])))
    if ran.verdict.reason is not None:
        cell.outputs.append(_error("NotGraded" if ran.verdict.ours else "Rejected", ran.verdict.reason))


def _printed(outcome: Outcome) -> list[Any]:
    return [new_output("stream", name="stdout", text=outcome.output)] if outcome.output else []


def _error(name: str, text: str) -> Any:
    return new_output("error", ename=name, evalue=text, traceback=[text])


def _is(cell: Any, flag: str) -> bool:
    return cell.cell_type == "code" and bool(cell.metadata.get("nbgrader", {}).get(flag))


def _is_test(cell: Any) -> bool:
    return _is(cell, "grade") and not _is(cell, "solution")
