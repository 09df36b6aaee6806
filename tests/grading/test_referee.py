"""A test is cut in two: what drives goes into the run, what is expected stays with the referee."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from course.grading.evidence import written
from course.grading.outcome import Cell, Outcome
from course.grading.plan import lesson_plan
from course.grading.referee import Referee
from course.grading.warm import WarmInterpreter
from course.lessons import lessons
from tests.tiny_course import ROOT

TESTS = [
    pytest.param(test.source, plan.setup, id=test.grade_id)
    for plan in (lesson_plan(it.slug, it.path) for it in lessons(ROOT / "source"))
    for exercise in plan.exercises.values()
    for test in exercise.tests
]


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmInterpreter]:
    with WarmInterpreter() as interpreter:
        yield interpreter


def judged(warm: WarmInterpreter, answer: str, test: str, setup: str = "") -> Outcome:
    return warm.run([Cell(setup, 30, setup=True), Cell(answer, 30), Cell(test, 30, test=True)])[-1]


def said(outcome: Outcome) -> str | None:
    return outcome.error and outcome.error["sentence"]


def answer(referee: Referee, number: Any, **names: Any) -> None:
    referee.question(number, {name: json.loads(written(value)) for name, value in names.items()})(lambda *call: None)


@pytest.mark.parametrize(("source", "setup"), TESTS)
def test_no_assert_of_a_lesson_enters_a_run(source: str, setup: str) -> None:
    referee = Referee(source, setup)
    assert "assert" not in referee.drive
    assert referee.unheard, "a test that asks nothing"


def test_what_is_expected_stays_here() -> None:
    referee = Referee("log = watch(f, [1])\nassert log == [7], 'seven'\nassert log\nfor n in log:\n    assert n == 7")
    assert referee.drive == "log = watch(f, [1])\n__show__(0, 'log')\nfor n in log:\n    __show__(1, 'n')"
    with pytest.raises(AssertionError, match="seven"):
        answer(referee, 0, log=[1])
    answer(referee, 0, log=[7])
    assert referee.unheard == {1}
    answer(referee, 1, n=7)
    assert not referee.unheard


def test_a_block_that_need_not_be_entered_need_not_be_heard() -> None:
    referee = Referee(
        "if f():\n    assert a\nelse:\n    assert b\nwith x:\n    assert c\ntry:\n    assert d\nfinally:\n    e()"
    )
    assert referee.unheard == {2}
    assert "assert d" in referee.drive


@pytest.mark.parametrize(
    ("number", "names"), [(1, {}), (-1, {}), (True, {}), ("0", {}), (0, {"len": 1}), (0, {"x": 1})]
)
def test_nothing_is_taken_that_was_not_asked_for(number: Any, names: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not"):
        answer(Referee("assert len(a) == 1"), number, **names)


def test_names_that_are_imported_mean_the_same_here() -> None:
    answer(Referee("import math\nassert math.isclose(a, 1)"), 0, a=1.0)
    answer(Referee("assert sleep is not None and a == 1", "%load_ext x\nfrom time import sleep"), 0, a=1)
    answer(Referee("from course.mutants import pools as versions\nassert versions.with_map.__doc__"), 0)


def test_a_function_of_the_run_is_called_there(warm: WarmInterpreter) -> None:
    square = "def square(n, plus=0):\n    return n * n + plus"
    assert said(judged(warm, square, "assert square(3) == 9 and square(3, plus=1) == 10")) is None
    wrong = judged(warm, square, "assert square(3) == 8, f'{square.__name__}(3) is {square(3)!r}'")
    assert said(wrong) == "AssertionError: square(3) is 9"
    fails = judged(warm, "def square(n):\n    return n / 0", "assert square(3) == 9")
    assert said(fails) == "ZeroDivisionError: division by zero"
    assert fails.error
    assert fails.error["place"] == " (line 2 of your cell: `return n / 0`)"
    ends = judged(warm, "import os\ndef square(n):\n    os._exit(0)", "assert square(3) == 9")
    assert ends.error
    assert ends.error["type"] == "ProcessDied"


def test_values_that_lie_about_themselves_are_no_values(warm: WarmInterpreter) -> None:
    lies = "class Always(int):\n    def __eq__(self, other): return True\ndef square(n):\n    return Always()"
    assert said(judged(warm, lies, "assert square(3) == 9, 'no'")) == "AssertionError: no"


def test_a_score_is_computed_here(warm: WarmInterpreter) -> None:
    outcome = judged(warm, "n = 2", "score = n / 4\nscore + 1")
    assert (said(outcome), outcome.value) == (None, 1.5)
    assert judged(warm, "n = [2]", "n").value == "list"


def test_what_is_missing_is_named(warm: WarmInterpreter) -> None:
    assert said(judged(warm, "", "assert square(3) == 9")) == "NameError: name 'square' is not defined"


def test_a_run_that_skips_a_question_has_not_passed(warm: WarmInterpreter) -> None:
    skips = "class Empty(list):\n    def __iter__(self): return iter(())\nfound = Empty([1])"
    outcome = judged(warm, skips, "for n in found:\n    assert n == 2")
    assert outcome.error
    assert "without having looked at everything" in outcome.error["text"]


def test_a_test_that_is_no_python_is_our_fault(warm: WarmInterpreter) -> None:
    outcome = judged(warm, "", "assert (")
    assert outcome.error
    assert outcome.error["ours"]


def test_evidence_of_any_size_ends_in_a_sentence(warm: WarmInterpreter) -> None:
    assert said(judged(warm, "text = 'x' * 700_000", "assert len(text) == 700_000")) is None
    assert "too large to be judged" in (said(judged(warm, "text = 'x' * 10**7", "assert text")) or "")
