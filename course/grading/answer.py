"""Put the definitions of a plain Python file into a lesson's solution cells.

Each exercise gets the file without the *other* exercises' definitions, so that a mistake in one costs no other;
imports and helpers come along, and so does another exercise's function if it is called.
"""

from __future__ import annotations

import ast

from course.grading.parsing import parse
from course.grading.plan import Exercise, Plan, statement_names

UNANSWERED = "def {name}(*args, **kwargs):\n    raise NotImplementedError\n"


def solution_cells(plan: Plan, answer: str) -> dict[str, str | None]:
    """For each exercise of `plan` the source of its solution cell, or None if `answer` defines nothing of it.

    Raises SyntaxError if `answer` is not Python.
    """
    tree = parse(answer)
    names = {name: exercise.name for exercise in plan.exercises.values() for name in exercise.names}
    return {exercise.name: _cell(exercise, tree, names) for exercise in plan.exercises.values()}


def _cell(exercise: Exercise, tree: ast.Module, owners: dict[str, str]) -> str | None:
    defined = {name for statement in tree.body for name in statement_names(statement)}
    if not defined.intersection(exercise.names):
        return None
    kept = [statement for statement in tree.body if not _foreign(statement, exercise, owners)]
    while called := [s for s in tree.body if s not in kept and _mentioned(s, kept)]:
        kept += called
    source = "\n\n".join(ast.unparse(s) for s in sorted(kept, key=lambda s: s.lineno))
    missing = [name for name in exercise.names if name not in defined]
    return "\n\n".join([*(UNANSWERED.format(name=name) for name in missing), source])


def _foreign(statement: ast.stmt, exercise: Exercise, owners: dict[str, str]) -> bool:
    """True if all that the statement defines belongs to other exercises."""
    names = statement_names(statement)
    return bool(names) and all(owners.get(name, exercise.name) != exercise.name for name in names)


def _mentioned(statement: ast.stmt, kept: list[ast.stmt]) -> bool:
    names = set(statement_names(statement))
    mentioned = {node.id for s in kept for node in ast.walk(s) if isinstance(node, ast.Name)}
    return bool(names & mentioned)
