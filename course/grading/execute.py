"""Run a submission: a mended notebook in, the same notebook with outputs and a verdict on every test out.

Each test runs in a process of its own, after the set-up cell and the cells that it needs. So whatever a cell does,
hang or die or leave behind, costs the tests that need this cell and no other, and no verdict is ever missing.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat.v4 import new_output

from course.errors import CourseError
from course.grading.needed import needed
from course.grading.plan import TestCell
from course.grading.verdict import OURS, Verdict, verdict
from course.grading.warm import Cell, Outcome

TAMPERING = "Signs of tampering, for a person to look at:"
KEY = "course_grading"  #: where in the notebook's metadata the verdicts are

Run = Callable[[Sequence[Cell], "Path | None", Callable[[Sequence[Outcome]], object]], list[Outcome]]


@dataclass(frozen=True)
class Task:
    """One test and the indices of the cells it runs: `helpers` and `answer` (if there is one), `order` of both."""

    test: TestCell
    index: int
    order: tuple[int, ...]
    answer: int | None


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
    notebook: Any, setup: str, run: Run, pool: Executor, files: Path | None = None, limits: Limits | None = None
) -> Any:
    """The notebook with outputs; `metadata[KEY]["verdicts"]` holds points and reason by grade id.

    `run` runs cells in a process of their own (`WarmInterpreter.run`), tests side by side in `pool`; `files` is the
    folder of what was handed in beside the notebook. Points are None where an answer could not be judged.
    """
    executed = copy.deepcopy(notebook)
    sources = [cell.source if cell.cell_type == "code" and not _is_test(cell) else None for cell in executed.cells]
    exercises: dict[int | None, list[Task]] = {}
    for task in tasks(executed, sources, setup):
        exercises.setdefault(task.answer, []).append(task)
    job = _Job(setup, sources, run, pool, files, limits or Limits())
    leads = [pool.submit(job.lead, group) for group in exercises.values()]
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
        found.append(Task(test, index, tuple(order), answer))
    return found


@dataclass
class _Job:
    setup: str
    sources: Sequence[str | None]
    run: Run
    pool: Executor
    files: Path | None
    limits: Limits

    def lead(self, group: Sequence[Task]) -> list[tuple[Task, Future[Ran]]]:
        """Run the first test of an exercise; the others follow as soon as its answer's cell has come to an end.

        If it does not, they would only wait for the same again, so the first one's verdict is theirs.
        """
        first, *others = group
        started: dict[str, Future[Ran]] = {}

        def follow(outcomes: Sequence[Outcome]) -> None:
            if len(outcomes) == 1 + len(first.order) and not any(_lost(outcome) for outcome in outcomes):
                started.update({task.test.grade_id: self.pool.submit(self.one, task) for task in others})

        ran = _done(self.one(first, follow))
        for task in others:
            if task.test.grade_id not in started:
                same = task.order == first.order
                started[task.test.grade_id] = ran if same else self.pool.submit(self.one, task)
        return [(first, ran), *((task, started[task.test.grade_id]) for task in others)]

    def one(self, task: Task, progress: Callable[[Sequence[Outcome]], object] = lambda outcomes: None) -> Ran:
        """Run one test; whatever goes wrong on our side is a verdict too."""
        cells = [Cell(self.setup, self.limits.test, setup=True)]
        cells += [Cell(self.sources[index] or "", self.limits.answer) for index in task.order]
        try:
            outcomes = self.run([*cells, Cell(task.test.source, self.limits.test, test=True)], self.files, progress)
        except (CourseError, OSError, RuntimeError, ValueError) as error:
            return Ran(Verdict(None, f"{OURS}{error}"), {})
        setup, *own, checked = outcomes
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
