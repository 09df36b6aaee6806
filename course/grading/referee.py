"""The referee of a test: what a test asserts never enters the process in which the learner's code runs.

A test cell drives an answer and asserts on the log of it. Its asserts are cut out and stay here; where they stood the
drive shows its evidence (`evidence.py`): the values of the names that they use. So nobody who owns that process can
read what is expected, answer `==` as it likes, or swallow an AssertionError. The verdict is made from data.

    drive                                           stays here
    log = watch_tag(tag, ["a", "b"])
    __show__(0, "log")                      --->    assert log.calls == [(0, "a"), (1, "b")], f"..."

An assert that calls a function of the run's (`assert square(3) == 9`) has it called there, with data, for data.
An assert inside a function or a `try` stays in the drive: it is part of how the test drives.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from course.grading.evidence import CHECK, SHOW, read
from course.grading.evidence import Callable as Remote
from course.grading.importing import module_named
from course.grading.parsing import compiled, parse
from course.grading.plan import imported_names

BUILTINS = frozenset(dir(builtins))
BLOCKS = (ast.For, ast.While, ast.If, ast.With)

Call = Callable[[str, tuple[Any, ...], dict[str, Any]], Any]


@dataclass(frozen=True)
class Question:
    """Asserts that stand together, or the score that a test ends with.

    `names` are shown by the run, `imported` mean what the test's or the set-up cell's imports say. `always`: every run
    must come by here.
    """

    code: Any
    scores: bool
    names: tuple[str, ...]
    imported: tuple[str, ...]
    always: bool


class Referee:
    """One run of one test: the run gets `drive`, `question` judges what it shows, and at the end `unheard` is empty.

    SyntaxError if the test is no Python. `setup`, the lesson's set-up cell, tells which modules asserts may use.
    """

    def __init__(self, source: str, setup: str = "") -> None:
        self.drive, self._questions = cut(source, setup)
        self._imports = imports(source, setup)
        self.unheard = {number for number, question in enumerate(self._questions) if question.always}
        self.value: Any = None

    def question(self, number: Any, shown: Any) -> Callable[[Call], None]:
        """What answers question `number` from what was shown, JSON by name; ValueError if that was not asked for.

        Called with what calls a function of the run's, it raises AssertionError if the answer is no.
        """
        if type(number) is not int or not 0 <= number < len(self._questions) or type(shown) is not dict:
            raise ValueError("not an answer to a question")
        question = self._questions[number]
        if not set(shown) <= set(question.names):
            raise ValueError("not what was asked for")
        values = {name: read(value) for name, value in shown.items()}
        return lambda call: self._answer(number, {name: _callable(name, value, call) for name, value in values.items()})

    def _answer(self, number: int, names: dict[str, Any]) -> None:
        question = self._questions[number]
        names.update(self._imported(question))
        if question.scores:
            self.value = eval(question.code, names)
        else:
            exec(question.code, names)
        self.unheard.discard(number)

    def _imported(self, question: Question) -> Iterator[tuple[str, Any]]:
        """What the test's or the set-up cell's imports mean, for the names that the question uses."""
        for name in question.imported:
            module, member = self._imports[name]
            found: Any = module_named(module)
            if member:
                found = getattr(found, member, None) or module_named(f"{module}.{member}")
            yield name, found


@lru_cache(maxsize=256)  # a class has the same tests
def cut(source: str, setup: str) -> tuple[str, tuple[Question, ...]]:
    """The drive of a test, and the questions that stay here."""
    tree, cutter = parse(source), _Cutter(frozenset(imports(source, setup)))
    last = tree.body[-1] if tree.body else None
    scored = isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant)
    body = cutter.cut(tree.body[:-1] if scored else tree.body, True)
    if isinstance(last, ast.Expr) and scored:
        body.append(cutter.show(ast.Expression(last.value), True))
    drive = ast.Module(body, tree.type_ignores)
    return ast.unparse(ast.fix_missing_locations(drive)), tuple(cutter.questions)


@lru_cache(maxsize=256)
def imports(source: str, setup: str) -> dict[str, tuple[str, str | None]]:
    """What the names mean that the test or the set-up cell imports."""
    return {**imported_names(setup), **imported_names(source)}


class _Cutter:
    def __init__(self, imported: frozenset[str]) -> None:
        self.questions: list[Question] = []
        self._imported = imported

    def cut(self, body: Sequence[ast.stmt], always: bool) -> list[ast.stmt]:
        """The statements with each row of asserts replaced, in blocks too."""
        kept: list[ast.stmt] = []
        row: list[ast.stmt] = []
        for statement in body:
            if isinstance(statement, ast.Assert):
                row.append(statement)
                continue
            kept += [self.show(ast.Module(row, []), always)] if row else []
            row = []
            if isinstance(statement, BLOCKS):
                sure = always and isinstance(statement, ast.For | ast.With)
                statement.body = self.cut(statement.body, sure)
                if not isinstance(statement, ast.With):
                    statement.orelse = self.cut(statement.orelse, False)
            kept.append(statement)
        return kept + ([self.show(ast.Module(row, []), always)] if row else [])

    def show(self, code: ast.Module | ast.Expression, always: bool) -> ast.stmt:
        """What stands in the place of `code`, which becomes a question."""
        names, scores = _read_names(code), isinstance(code, ast.Expression)
        found, imported = sorted(names - self._imported), sorted(names & self._imported)
        runs = compiled(code, CHECK, "eval" if scores else "exec")
        self.questions.append(Question(runs, scores, tuple(found), tuple(imported), always))
        arguments = ", ".join(map(repr, [len(self.questions) - 1, *found]))
        return parse(f"{SHOW}({arguments})").body[0]


def _callable(name: str, value: Any, call: Call) -> Any:
    """A function of the run's becomes one that is called there."""
    if not isinstance(value, Remote):
        return value

    def remote(*arguments: Any, **named: Any) -> Any:
        return call(name, arguments, named)

    remote.__name__ = value.__name__
    return remote


def _read_names(node: ast.AST) -> set[str]:
    """Names that the code takes from outside itself, Python's own excepted."""
    names = [found for found in ast.walk(node) if isinstance(found, ast.Name)]
    stored = {found.id for found in names if not isinstance(found.ctx, ast.Load)}
    return {found.id for found in names} - stored - BUILTINS
