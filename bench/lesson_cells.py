"""The lesson's own solutions, as source for a process that needs nothing of Jupyter."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

from course.errors import CourseError
from course.grading.plan import lesson_plan


def lesson_cells(notebook: Path, exercises: Sequence[str]) -> list[str]:
    """The imports of the lesson's set-up cell and the solution cells of these exercises; CourseError if one is missing.

    Of the set-up no more than imports: it prepares a kernel for greenlets, and a server on threads must not be patched.
    """
    if not notebook.is_file():
        raise CourseError(f"There is no {notebook}: give the TCP lesson's notebook with --lesson.")
    plan = lesson_plan("tcp", notebook)
    if missing := [name for name in exercises if name not in plan.exercises]:
        raise CourseError(f"{notebook} has no exercise {', '.join(missing)}: give the TCP lesson with --lesson.")
    return [_imports(plan.setup), *(plan.exercises[name].solution for name in exercises)]


def _imports(source: str) -> str:
    python = "\n".join(line for line in source.splitlines() if not line.lstrip().startswith(("%", "!")))
    return "\n".join(
        ast.unparse(node) for node in ast.parse(python).body if isinstance(node, ast.Import | ast.ImportFrom)
    )
