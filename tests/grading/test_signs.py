"""What a person is pointed at in the text of a cell: tricks, and no honest answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.grading.plan import lesson_plan
from course.grading.shelf import read_shelf
from course.grading.signs import MOST, signs

ROOT = Path(__file__).parents[2]
LESSONS = sorted(path.name for path in (ROOT / "tests" / "answers").iterdir())

TRICKS = {
    "import gc": "imports gc",
    "import os, importlib.util": "imports importlib.util",
    "from concurrent.futures import _base": "imports _base from concurrent.futures",
    "from course.probes import guard": "imports guard from course.probes",
    "import concurrent.futures.thread as t\nt._shutdown": "uses ._shutdown (line 2",
    "f.__globals__": "uses .__globals__",
    "x.__class__ = int": "uses .__class__",
    "sys.modules['time']": "uses .modules",
    "exec('1')": "uses exec",
    "call = eval": "uses eval",
    "getattr(f, '__glo' + 'bals__')": "getattr of '__glo' + 'bals__'",
    "getattr(f, '__globals__')": "getattr of '__globals__'",
    "operator.attrgetter('gi_frame')": "attrgetter of 'gi_frame'",
    "get_ipython()": "uses get_ipython",
}
HONEST = [
    "import threading, gevent, asyncio, random, os, sys, signal, typing, logging",
    "class A:\n    def __init__(self):\n        super().__init__()\n        self._n = 0\n        self.__m = 1",
    "getattr(f, 'name', None)",
    "type(error).__name__, error.__cause__",
    "def eval(x):\n    return x\n\neval(1)",
    "vars = [1]\nvars",
    "%timeit f._x\n!ls\nx = 1",
    "def f(:",
    "\0",
]


@pytest.mark.parametrize("source", TRICKS)
def test_a_trick_has_a_sign(source: str) -> None:
    assert any(TRICKS[source] in sign for sign in signs(source)), signs(source)


@pytest.mark.parametrize("source", HONEST)
def test_honest_code_has_none(source: str) -> None:
    assert signs(source) == ()


def test_of_many_signs_the_first_are_told() -> None:
    assert signs("exec\n" * 20) == tuple(f"uses exec (line {n} of a cell)" for n in range(1, MOST + 1))


@pytest.mark.parametrize("slug", LESSONS)
def test_no_answer_of_the_shelf_and_no_solution_has_a_sign(slug: str) -> None:
    plan = lesson_plan(slug, ROOT / "source" / slug / f"{slug}.ipynb")
    sources = {exercise.name: exercise.solution for exercise in plan.exercises.values()}
    sources |= {answer.name: answer.path.read_text() for answer in read_shelf(ROOT / "tests" / "answers" / slug)}
    assert {name: found for name, source in sources.items() if (found := signs(source))} == {}


def test_most_attacks_that_forge_have_a_sign() -> None:
    attacks = sorted((ROOT / "tests" / "attacks" / "forge").glob("*.py"))
    assert len([path for path in attacks if signs(path.read_text())]) >= len(attacks) * 0.6
