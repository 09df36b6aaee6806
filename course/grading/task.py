"""What there is to run in a submission, and what became of it: a test with the cells that it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.grading.needed import needed
from course.grading.outcome import Outcome
from course.grading.plan import TestCell
from course.grading.verdict import Verdict, verdict


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


def tasks(notebook: Any, sources: Sequence[str | None], setup: str) -> list[Task]:
    """What there is to run, in the order of the notebook."""
    solutions = {cell.metadata.nbgrader.grade_id: i for i, cell in enumerate(notebook.cells) if _is(cell, "solution")}
    found = []
    for index, cell in enumerate(notebook.cells):
        if not is_test(cell):
            continue
        about = cell.metadata.nbgrader
        names = [name for name in solutions if about.grade_id.startswith(f"{name}_")]
        answer = solutions[max(names, key=len)] if names else None
        always = [answer] if answer is not None else []
        order = needed([*sources[:index], cell.source, *sources[index + 1 :]], index, setup, always)
        test = TestCell(about.grade_id, float(about.points), cell.source)
        found.append(Task(test, index, tuple(order), answer, max(names, key=len, default="")))
    return found


def ran_of(task: Task, cells: Sequence[Outcome], checked: Outcome) -> Ran:
    """The verdict on one test by the outcomes of the set-up cell and its cells, and of the test itself."""
    setup, *own = cells
    by_index = dict(zip(task.order, own, strict=True))
    answer = None if task.answer is None else by_index[task.answer]
    helpers = [outcome for index, outcome in by_index.items() if index != task.answer]
    return Ran(verdict(task.test, setup, helpers, answer, checked), {**by_index, task.index: checked})


def _is(cell: Any, flag: str) -> bool:
    return cell.cell_type == "code" and bool(cell.metadata.get("nbgrader", {}).get(flag))


def is_test(cell: Any) -> bool:
    """Whether a cell is a test of nbgrader's, and nobody's to write."""
    return _is(cell, "grade") and not _is(cell, "solution")
