"""The shelf: every wrong answer is rejected by exactly the tests its file names, with a sentence; no right one is."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from course.grading.judge import LIMIT, Report
from course.grading.outcome import Cell
from course.grading.plan import Exercise, Plan, lesson_plan
from course.grading.shelf import ShelfAnswer, judge_shelf, read_shelf, rejecting
from course.matrix import page, page_path, shape
from course.try_answer import warm_interpreter

ROOT = Path(__file__).parents[2]
SHELVES = {path.name: read_shelf(path) for path in sorted((ROOT / "tests" / "answers").iterdir())}
ANSWERS = [pytest.param(slug, answer, id=answer.name) for slug, shelf in SHELVES.items() for answer in shelf]
BARE = re.compile(r"^(The check stopped with )?(TimeoutError|AssertionError|BrokenBarrierError|queue\.Empty)\b")


def plan_of(slug: str) -> Plan:
    return lesson_plan(slug, ROOT / "source" / slug / f"{slug}.ipynb")


@pytest.fixture(scope="module")
def reports() -> dict[str, dict[str, Report]]:
    """Every shelf judged once; judging side by side is what makes this quick."""
    found = {}
    for slug, shelf in SHELVES.items():
        plan = plan_of(slug)
        with warm_interpreter(plan) as warm:
            found[slug] = judge_shelf(plan, shelf, warm)
    return found


@pytest.mark.parametrize(("slug", "answer"), ANSWERS)
def test_exactly_the_named_tests_reject_it(
    slug: str, answer: ShelfAnswer, reports: dict[str, dict[str, Report]]
) -> None:
    said = rejecting(reports[slug][answer.name])
    assert set(said) == answer.rejected_by, said


@pytest.mark.parametrize(("slug", "answer"), [p for p in ANSWERS if p.values[1].rejected_by])
def test_each_rejection_is_a_sentence(slug: str, answer: ShelfAnswer, reports: dict[str, dict[str, Report]]) -> None:
    for test, reason in rejecting(reports[slug][answer.name]).items():
        assert len(reason.split()) >= 5, (test, reason)
        assert reason.rstrip().endswith((".", "?")), (test, reason)
        assert not BARE.search(reason), (test, reason)
        assert "Traceback" not in reason
        assert "our fault" not in reason
        assert "/course/" not in reason


@pytest.mark.parametrize("slug", SHELVES)
def test_a_solution_passes_all_tests_of_an_exercise_in_one_process(slug: str) -> None:
    """As they are graded; on the shelf each test has a process of its own."""
    plan = plan_of(slug)
    with warm_interpreter(plan) as warm, ThreadPoolExecutor(4) as pool:
        runs = [pool.submit(warm.run, _cells(plan, exercise)) for exercise in plan.exercises.values()]
        assert [it.error for run in runs for it in run.result() if it.error] == []


def _cells(plan: Plan, exercise: Exercise) -> list[Cell]:
    tests = [Cell(test.source, LIMIT, test=True) for test in exercise.tests]
    return [Cell(plan.setup, LIMIT, setup=True), Cell(exercise.solution, LIMIT), *tests]


@pytest.mark.parametrize("slug", SHELVES)
def test_the_matrix_page_is_true(slug: str, reports: dict[str, dict[str, Report]]) -> None:
    now = page(plan_of(slug), SHELVES[slug], reports[slug])
    assert shape(page_path(ROOT, slug).read_text("utf-8")) == shape(now), "run `course matrix`"


def test_where_an_endless_loop_was_is_no_difference_between_pages() -> None:
    told = "`serve` did not come back within 10 s (line {}): it waits for what never happens. accept() raises then."
    pages = [
        told.format(place) for place in ("6 of your cell: `conn, _ = server.accept()`", "8 of your cell: `continue`")
    ]
    assert shape(pages[0]) == shape(pages[1])
    assert shape(pages[0]) != shape(pages[0].replace("serve", "start"))


@pytest.mark.parametrize("slug", SHELVES)
def test_every_exercise_has_enough_right_and_wrong_answers(slug: str) -> None:
    right = Counter(answer.exercise for answer in SHELVES[slug] if not answer.rejected_by)
    wrong = Counter(answer.exercise for answer in SHELVES[slug] if answer.rejected_by)
    for name in plan_of(slug).exercises:
        assert right[name] >= 3, name
        assert wrong[name] >= 8, name


@pytest.mark.parametrize("slug", SHELVES)
def test_folder_and_docstring_agree(slug: str) -> None:
    plan = plan_of(slug)
    for answer in SHELVES[slug]:
        tests = {test.grade_id for test in plan.exercises[answer.exercise].tests}
        assert (answer.path.parent.name == "wrong") == bool(answer.rejected_by), answer.name
        assert answer.rejected_by <= tests, answer.name
        assert len(answer.belief.split()) >= 2, answer.name


@pytest.mark.parametrize("slug", SHELVES)
def test_every_test_cell_rejects_something(slug: str) -> None:
    named = {test for answer in SHELVES[slug] for test in answer.rejected_by}
    cells = {test.grade_id for exercise in plan_of(slug).exercises.values() for test in exercise.tests}
    assert cells == named
