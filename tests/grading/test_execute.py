"""Running a submission: what a cell does costs the tests that need it, and a verdict is never missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from course.errors import CourseError
from course.grading.execute import KEY, execute
from course.grading.exercise_run import Limits
from course.grading.interpreters import Interpreters
from course.grading.verdict import OURS
from tests.tiny_course import grade

BOXED = shutil.which("bwrap") is not None
ANSWER = "def f(n):\n    return n"
TESTS = {"f_one": "assert f(1) == 1", "f_two": "assert f(2) == 2, f'f(2) is {f(2)}'"}


@pytest.fixture(scope="module")
def room() -> Iterator[Interpreters]:
    with Interpreters(boxed=BOXED, runs=8) as interpreters:
        yield interpreters


def notebook(answer: str, *own: str, tests: dict[str, str] = TESTS) -> Any:
    solution = new_code_cell(answer, metadata=grade("f", solution=True))
    about = {name: grade(name, grade=True, locked=True, points=2) for name in tests}
    checks = [new_code_cell(source, metadata=about[name]) for name, source in tests.items()]
    return new_notebook(cells=[*(new_code_cell(source) for source in own), solution, *checks])


def executed(room: Interpreters, submission: Any, setup: str = "import time") -> Any:
    return execute(submission, setup, room.run(setup, []), room.queue)


def verdicts(room: Interpreters, submission: Any, setup: str = "import time") -> dict[str, tuple[float | None, str]]:
    found = executed(room, submission, setup).metadata[KEY]["verdicts"]
    return {name: (verdict["points"], verdict["reason"] or "") for name, verdict in found.items()}


def test_full_marks_need_the_tests_own_word(room: Interpreters) -> None:
    assert verdicts(room, notebook(ANSWER)) == {"f_one": (2, ""), "f_two": (2, "")}
    assert verdicts(room, notebook("def f(n):\n    return 1"))["f_two"] == (0, "f(2) is 1")


@pytest.mark.parametrize(
    "quiet",
    [
        "import os; os._exit(0)",
        "import sys; sys.exit(0)",
        "get_ipython().ask_exit()",
        "import os; os.close(3); os.close(4)",
        "import os; [os.close(n) for n in range(3, 9)]",
        "import os, signal; os.kill(0, signal.SIGKILL)",
    ],
)
def test_silence_never_passes(room: Interpreters, quiet: str) -> None:
    """A function that ends the process, the line or itself, where no test is right by chance."""
    found = verdicts(room, notebook(f"def f(n):\n    try:\n        {quiet}\n    except OSError: pass\n    return 7"))
    assert [points for points, _ in found.values()] == [0, 0]
    assert all(reason for _, reason in found.values())


def test_a_test_that_hangs_costs_itself(room: Interpreters) -> None:
    hangs = "def f(n):\n    while n == 2:\n        try: time.sleep(9)\n        except: pass\n    return n"
    done = execute(notebook(hangs), "import time", room.run("import time", []), room.queue, None, Limits(test=3.0))
    found = {name: (it["points"], it["reason"]) for name, it in done.metadata[KEY]["verdicts"].items()}
    assert found["f_one"] == (2, None)
    assert found["f_two"] == (0, "This check was stopped after 3 s: your answer neither came back nor failed.")


def test_a_cell_that_hangs_is_waited_for_once(room: Interpreters) -> None:
    runs: list[int] = []
    run = room.run("", [])

    def counted(*arguments: Any) -> Any:
        runs.append(1)
        return run(*arguments)

    done = execute(
        notebook("print('here we go', flush=True)\nwhile True: pass"), "", counted, room.queue, None, Limits(answer=3.0)
    )
    reasons = [verdict["reason"] for verdict in done.metadata[KEY]["verdicts"].values()]
    assert reasons == ["Your cell did not come to an end: it was stopped after 3 s."] * 2
    assert runs == [1]
    assert done.cells[0].outputs[0].text == "here we go\n"


def test_cells_that_no_test_needs_are_not_run(room: Interpreters) -> None:
    own = ["while True: pass", "import os; os._exit(1)", "def helper(n):\n    return n"]
    assert verdicts(room, notebook("def f(n):\n    return helper(n)", *own))["f_one"] == (2, "")


def test_a_helper_that_dies_is_named(room: Interpreters) -> None:
    own = ["helper = int\nimport os; os._exit(1)"]
    points, reason = verdicts(room, notebook("def f(n):\n    return helper(n)", *own))["f_one"]
    assert points == 0
    assert reason.startswith("The Python process ended while your cell ran")


def test_partial_scores_are_points_and_say_so(room: Interpreters) -> None:
    assert verdicts(room, notebook(ANSWER, tests={"f_part": "f(1) / 2"})) == {"f_part": (0.5, "0.5 of 2 points.")}
    assert verdicts(room, notebook(ANSWER, tests={"f_part": "f(2)"})) == {"f_part": (2, "")}


@pytest.mark.parametrize("score", ["-1", "7", "float('nan')", "float('inf')", "True", "'2'", "[0, 1]", "object()"])
def test_a_score_that_is_none_is_our_fault(room: Interpreters, score: str) -> None:
    points, reason = verdicts(room, notebook(ANSWER, tests={"f_part": f"({score},)[0]"}))["f_part"]
    assert points is None
    assert reason.startswith(OURS)


@pytest.mark.parametrize(
    ("test", "setup"),
    [("assert f(1) ==", "import time"), ("from course.errors import nothing", "import time"), ("f(1)", "1 / 0")],
)
def test_what_fails_on_our_side_costs_nobody_points(room: Interpreters, test: str, setup: str) -> None:
    points, reason = verdicts(room, notebook(ANSWER, tests={"f_one": test}), setup)["f_one"]
    if "nothing" in test:  # an import that fails says nothing about whose fault it is
        assert (points, reason[:9]) == (0, "The check")
    else:
        assert points is None
        assert reason.startswith(OURS)


def test_no_box_in_the_middle_of_a_class_is_our_fault(room: Interpreters) -> None:
    def run(*arguments: Any) -> Any:
        raise CourseError("No box can be made here.")

    done = execute(notebook(ANSWER), "", run, room.queue)
    assert done.metadata[KEY]["verdicts"]["f_two"] == {"points": None, "reason": f"{OURS}No box can be made here."}


def test_an_interpreter_that_dies_is_replaced(room: Interpreters) -> None:
    room.get("import math", []).abandon()
    assert verdicts(room, notebook(ANSWER), "import math")["f_one"] == (2, "")


def test_what_was_printed_stands_in_the_notebook(room: Interpreters) -> None:
    done = executed(
        room, notebook("print('answer')\n" + ANSWER, tests={"f_one": "print('test')\nassert f(1) == 2, 'no'"})
    )
    assert done.cells[0].outputs[0].text == "answer\n"
    assert done.cells[1].outputs[0].text == "test\n"
    assert done.cells[1].outputs[1].evalue == "no"
