"""Bring a submission back to the shape of the lesson that was released, whatever has happened to its cells.

Cells that were copied, deleted, moved, retyped or renamed keep what their author wrote; what nbgrader says about
them (and their tags, which could keep a test from being run) comes from the release.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from course.grading.needed import names

MAKE: dict[str, Any] = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


@dataclass
class Mended:
    """A notebook with all graded cells of the release, each once. `notes`: by grade id, what was mended."""

    notebook: Any
    notes: dict[str, str] = field(default_factory=dict)


def mend(release: Any, cells: Sequence[dict[str, Any]]) -> Mended:
    """Put the submitted `cells` (of `course.grading.reading`) into the shape of the `release` notebook."""
    graded = {_grade_id(cell): cell for cell in release.cells if _grade_id(cell)}
    mended = Mended(new_notebook(metadata=copy.deepcopy(release.metadata)))
    chosen = {name: _choose(name, cell, cells, mended.notes) for name, cell in graded.items()}
    owner = {index: name for name, index in chosen.items() if index is not None}
    for index, cell in enumerate(cells):
        name = owner.get(index)
        mended.notebook.cells.append(_own(cell, index) if name is None else _graded(graded[name], cell))
    _add_missing(mended, graded, chosen)
    return mended


def blank(release: Any, why: str) -> Mended:
    """The release itself, unanswered, where nothing could be read; `why` is noted at every graded cell."""
    notebook = copy.deepcopy(release)
    return Mended(notebook, {_grade_id(cell): why for cell in notebook.cells if _grade_id(cell)})


def _grade_id(cell: Any) -> str:
    about = cell["metadata"].get("nbgrader")
    name = about.get("grade_id") if isinstance(about, dict) else None
    return name if isinstance(name, str) else ""


def _choose(name: str, released: Any, cells: Sequence[dict[str, Any]], notes: dict[str, str]) -> int | None:
    """The submitted cell that stands for a graded one: of copies the last that is filled in."""
    known = [i for i, cell in enumerate(cells) if _grade_id(cell) == name]
    known = known or [i for i, cell in enumerate(cells) if cell["id"] and cell["id"] == released.get("id")]
    if not released.metadata.nbgrader.get("solution"):
        return known[-1] if known else None
    known = known or _defining(released, cells)
    if not known:
        notes[name] = "The cell for this answer is missing from your notebook; it was put back, empty."
    elif known[1:]:
        notes[name] = f"This cell is there {len(known)} times; the last one that you filled in counts."
    filled = [i for i in known if cells[i]["source"].strip() not in ("", released.source.strip())]
    return (filled or known)[-1] if known else None


def _defining(released: Any, cells: Sequence[dict[str, Any]]) -> list[int]:
    """The cells that nobody else owns and that define what the answer should: their metadata may have been lost."""
    wanted = names(released.source).defines
    free = [i for i, cell in enumerate(cells) if cell["cell_type"] == "code" and not _grade_id(cell)]
    return [i for i in free if wanted and wanted <= names(cells[i]["source"]).defines]


def _graded(released: Any, cell: dict[str, Any]) -> Any:
    """What nbgrader knows of the released cell, with what the learner wrote if that is for the learner to write."""
    made = copy.deepcopy(released)
    if released.metadata.nbgrader.get("solution"):
        made.source = cell["source"]
    return made


def _own(cell: dict[str, Any], index: int) -> Any:
    """A cell that is not graded: its text, and nothing that could mean something to us."""
    return MAKE[cell["cell_type"]](cell["source"], id=f"own-{index}")


def _add_missing(mended: Mended, graded: dict[str, Any], chosen: dict[str, int | None]) -> None:
    """Put what is missing behind the graded cell that it follows in the release."""
    before = None
    for name, cell in graded.items():
        if chosen[name] is None:
            places = [i for i, there in enumerate(mended.notebook.cells) if before and _grade_id(there) == before]
            mended.notebook.cells.insert(places[-1] + 1 if places else 0, copy.deepcopy(cell))
        before = name
