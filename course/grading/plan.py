"""What grading needs of a lesson's notebook: the set-up cell, the exercises and their test cells.

The cell with the tag `setup` holds the imports that every exercise may rely on. A solution cell with the grade id
`run_pool` opens an exercise; the test cells `run_pool_<word>` belong to it.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from course.grading.parsing import parse

SETUP_TAG = "setup"


@dataclass(frozen=True)
class TestCell:
    """A test cell: its grade id, its points and its source, hidden tests included."""

    grade_id: str
    points: float
    source: str


@dataclass
class Exercise:
    """A solution cell with its test cells. `names` are the functions and variables a solution must define."""

    name: str
    solution: str
    tests: list[TestCell] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return defined_names(self.solution)

    @property
    def max(self) -> float:
        """Points of all its test cells."""
        return sum(test.points for test in self.tests)


@dataclass
class Plan:
    """A lesson as grading sees it. `exercises` in the order of the notebook."""

    lesson: str
    setup: str
    exercises: dict[str, Exercise]

    @property
    def machinery(self) -> list[str]:
        """Modules that the set-up and test cells import, sorted; worth importing in advance."""
        tests = [test.source for exercise in self.exercises.values() for test in exercise.tests]
        return sorted({name for source in [self.setup, *tests] for name in imported(source)})


def lesson_plan(lesson: str, notebook: Path) -> Plan:
    """Read the plan of `lesson` from its source notebook."""
    cells = nbformat.read(notebook, as_version=4).cells
    setup = [cell.source for cell in cells if SETUP_TAG in cell.metadata.get("tags", [])]
    plan = Plan(lesson, "\n".join(setup), {})
    for cell in cells:
        _add(plan, cell, cell.metadata.get("nbgrader", {}))
    return plan


def _add(plan: Plan, cell: Any, meta: dict[str, Any]) -> None:
    if meta.get("solution"):
        plan.exercises[meta["grade_id"]] = Exercise(meta["grade_id"], cell.source)
    elif meta.get("grade"):
        test = TestCell(meta["grade_id"], meta["points"], cell.source)
        plan.exercises[owner(test.grade_id, plan)].tests.append(test)


def owner(grade_id: str, plan: Plan) -> str:
    """The exercise that the test cell `grade_id` belongs to: the longest name that `grade_id` begins with."""
    names = [name for name in plan.exercises if grade_id.startswith(name + "_")]
    return max(names, key=len)


def imported(source: str) -> list[str]:
    """Modules that `source` imports, also as an extension of IPython, and what may be a module in a package: a member
    of one is called as a module in it would be.
    """
    extensions = [line.split()[1] for line in source.splitlines() if re.match(r"%load_ext \w", line)]
    nodes = list(ast.walk(_without_magics(source)))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    found = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    members = [f"{node.module}.{alias.name}" for node in found for alias in node.names]
    return extensions + plain + [str(node.module) for node in found] + members


def imported_names(source: str) -> dict[str, tuple[str, str | None]]:
    """What the names mean that `source` imports: a module, and the member of it that is meant (None: the module)."""
    found: dict[str, tuple[str, str | None]] = {}
    for node in ast.walk(_without_magics(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                whole = alias.name if alias.asname else alias.name.partition(".")[0]
                found[alias.asname or whole] = (whole, None)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.update({alias.asname or alias.name: (node.module, alias.name) for alias in node.names})
    return found


def _without_magics(source: str) -> ast.Module:
    return parse("\n".join(line for line in source.splitlines() if not line.startswith(("%", "!"))))


def defined_names(source: str) -> list[str]:
    """Functions, classes and variables that `source` defines at its top level, in order."""
    names: list[str] = []
    for statement in parse(source).body:
        names += [name for name in statement_names(statement) if name not in names]
    return names


def statement_names(statement: ast.stmt) -> list[str]:
    """Names that one top-level statement defines (imports excepted)."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [statement.name]
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    return [node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)]
