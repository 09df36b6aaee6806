"""An attack of the shelf: `<aim>/<trick>.py`, and what its head says must come of it.

The docstring's first line is one sentence about the trick. Then

    Cell: call_back                     the solution cell that the file's code goes into, or
    Lesson: callbacks                   the lesson whose notebook the file's `build(notebook, folder)` changes
    Expects: call_back 0                points of an exercise; all that is not named gets full marks
    Reason: some words                  (optional) a piece of what the learner is told
    Flag: some words                    (optional) a piece of what a person is told
    Held: call_back_value               (optional) tests in which only the text of the answer was found to be wrong
"""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHELF = Path(__file__).parent
AIMS = ("forge", "read", "break", "bleed")


@dataclass(frozen=True)
class Attack:
    """One file of the shelf."""

    path: Path
    sentence: str
    head: dict[str, str]

    @property
    def student(self) -> str:
        """Who hands it in: `forge-displayhook`."""
        return f"{self.path.parent.name}-{self.path.stem}"

    @property
    def expects(self) -> dict[str, float]:
        """Points by exercise."""
        pairs = [pair.split() for pair in self.head["Expects"].split(",")]
        return {name: float(points) for name, points in pairs}

    @property
    def held(self) -> set[str]:
        """Tests that the answer would pass if nobody read its text."""
        return {name.strip() for name in self.head["Held"].split(",")} if "Held" in self.head else set()

    @property
    def code(self) -> str:
        """What goes into the cell: the file without its docstring."""
        text = self.path.read_text("utf-8")
        end = ast.parse(text).body[0].end_lineno or 0
        return "\n".join(text.splitlines()[end:]).strip() + "\n"

    @property
    def build(self) -> Callable[[Any, Path], object]:
        """The file's function that changes a notebook (in place, or returns the bytes to hand in) and its folder."""
        spec = importlib.util.spec_from_file_location(f"attack_{self.path.stem}", self.path)
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found: Callable[[Any, Path], object] = module.build
        return found


def read_attacks() -> list[Attack]:
    """The shelf, sorted."""
    return [_read(path) for aim in AIMS for path in sorted((SHELF / aim).glob("*.py"))]


def _read(path: Path) -> Attack:
    sentence, _, rest = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")
    lines = [line.partition(": ") for line in rest.splitlines() if line]
    return Attack(path, sentence, {name: value for name, _, value in lines})
