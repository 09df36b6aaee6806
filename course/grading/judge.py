"""Judge an answer to a lesson: run the real test cells on it and say what each thought, in a sentence.

Every test cell runs in a process of its own, after the set-up cell and the exercise's solution cell. So an answer
that hangs, exits or kills its process costs the points of the tests it does that to, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from typing import Any

from course.grading.answer import solution_cells
from course.grading.outcome import Cell
from course.grading.plan import Exercise, Plan, TestCell
from course.grading.verdict import verdict
from course.grading.warm import WarmInterpreter

LIMIT = 90.0  #: seconds for one test cell; its own guards of 10 to 30 s run out first
SIDE_BY_SIDE = 32  #: runs at once: wrong answers mostly wait, so more than there are cores


@dataclass
class Verdict:
    """What one test said. `reason` is None if it passed."""

    passed: bool
    reason: str | None = None


@dataclass
class Score:
    """Points of one exercise, and its tests by grade id."""

    points: float
    max: float
    tests: dict[str, Verdict] = field(default_factory=dict)


@dataclass
class Report:
    """Points of an answer to a lesson, and its exercises by name."""

    lesson: str
    points: float
    max: float
    exercises: dict[str, Score] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """As plain data, for JSON."""
        return asdict(self)


def judge(
    plan: Plan,
    answer: str,
    warm: WarmInterpreter,
    only: Sequence[str] = (),
    progress: Callable[[], object] = lambda: None,
) -> Report:
    """Judge `answer`, the text of a Python file, on the exercises of `plan` (or `only` those named).

    Calls `progress` as each test ends. Raises SyntaxError if the answer is not Python.
    """
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        return begin(plan, answer, warm, pool, only, progress)()


def begin(
    plan: Plan,
    answer: str,
    warm: WarmInterpreter,
    pool: Executor,
    only: Sequence[str] = (),
    progress: Callable[[], object] = lambda: None,
) -> Callable[[], Report]:
    """Hand all test runs of `answer` over to `pool`; calling what this returns waits for the report."""
    cells = solution_cells(plan, answer)
    chosen = [exercise for name, exercise in plan.exercises.items() if not only or name in only]
    futures = {
        (exercise.name, test.grade_id): pool.submit(_verdict, plan, exercise, test, cells, warm)
        for exercise in chosen
        for test in exercise.tests
    }
    for future in futures.values():
        future.add_done_callback(lambda _: progress())

    def report() -> Report:
        scores = {
            e.name: _score(e, {t.grade_id: futures[e.name, t.grade_id].result() for t in e.tests}) for e in chosen
        }
        total, most = (sum(getattr(score, key) for score in scores.values()) for key in ("points", "max"))
        return Report(plan.lesson, total, most, scores)

    return report


def _score(exercise: Exercise, tests: dict[str, Verdict]) -> Score:
    points = sum(test.points for test in exercise.tests if tests[test.grade_id].passed)
    return Score(points, exercise.max, tests)


def _verdict(
    plan: Plan, exercise: Exercise, test: TestCell, cells: dict[str, str | None], warm: WarmInterpreter
) -> Verdict:
    solution = cells[exercise.name]
    if solution is None:
        names = " and ".join(f"`{name}`" for name in exercise.names)
        return Verdict(False, f"No answer: {names} is not defined.")
    setup, own, checked = warm.run(
        [Cell(plan.setup, LIMIT, setup=True), Cell(solution, LIMIT), Cell(test.source, LIMIT, True)]
    )
    found = verdict(test, setup, [], own, checked)
    return Verdict(found.points == test.points, found.reason)
