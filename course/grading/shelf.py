"""The shelf of right and wrong answers: `<shelf>/<lesson>/<exercise>/{right,wrong}/<idea>.py`.

The first line of each file's docstring names the idea; a wrong answer's docstring ends with the tests that must
reject it, `Rejected by: run_pool_order, run_pool_busy`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from course.grading.judge import SIDE_BY_SIDE, Report, begin
from course.grading.plan import Plan
from course.grading.warm import WarmInterpreter

REJECTED_BY = "Rejected by: "


@dataclass(frozen=True)
class ShelfAnswer:
    """One file of the shelf. `rejected_by` is empty for a right answer."""

    path: Path
    exercise: str
    idea: str
    belief: str
    rejected_by: frozenset[str]

    @property
    def name(self) -> str:
        """`run_pool/wrong/batches`"""
        return f"{self.exercise}/{self.path.parent.name}/{self.idea}"


def read_shelf(folder: Path) -> list[ShelfAnswer]:
    """All answers of a lesson's shelf folder, sorted by path."""
    return [_read(path) for path in sorted(folder.glob("*/*/*.py"))]


def _read(path: Path) -> ShelfAnswer:
    lines = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").splitlines()
    tests = [line.removeprefix(REJECTED_BY) for line in lines if line.startswith(REJECTED_BY)]
    rejected_by = frozenset(name.strip() for line in tests for name in line.split(","))
    return ShelfAnswer(path, path.parent.parent.name, path.stem, lines[0] if lines else "", rejected_by)


def judge_shelf(
    plan: Plan,
    answers: Sequence[ShelfAnswer],
    warm: WarmInterpreter,
    progress: Callable[[ShelfAnswer], object] = lambda answer: None,
) -> dict[str, Report]:
    """Judge every answer on its own exercise; reports by the answer's name."""
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        pending = {
            answer: begin(plan, answer.path.read_text("utf-8"), warm, pool, [answer.exercise]) for answer in answers
        }
        reports = {}
        for answer, report in pending.items():
            reports[answer.name] = report()
            progress(answer)
    return reports


def rejecting(report: Report) -> dict[str, str]:
    """The tests that rejected an answer, with the reason each gave."""
    tests = {name: verdict for score in report.exercises.values() for name, verdict in score.tests.items()}
    return {name: verdict.reason or "" for name, verdict in tests.items() if not verdict.passed}
