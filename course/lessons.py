"""The catalogue of lessons, read from their notebooks: nothing about a lesson is written down twice."""

from __future__ import annotations

import json
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from course.errors import CourseError


@dataclass(frozen=True)
class Lesson:
    """A lesson: `slug` names its folder and its notebook, `minutes` are the author's estimate, `points` the sum of its
    test cells.
    """

    slug: str
    path: Path
    title: str
    minutes: int
    points: float
    order: int


def course_root(start: Path | None = None) -> Path:
    """The nearest folder at or above `start` (default: here) that holds `nbgrader_config.py` and `source/`."""
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "nbgrader_config.py").is_file() and (folder / "source").is_dir():
            return folder
    raise CourseError(f"No course here: run this inside the course's folder (looked in {start} and above).")


def lessons(folder: Path) -> list[Lesson]:
    """All lessons of `source/` or `release/`, in their order."""
    paths = [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    slugs = [path.name for path in paths if not path.name.startswith(".")]  # Jupyter leaves .ipynb_checkpoints/
    return sorted((lesson(folder, slug) for slug in slugs), key=lambda found: (found.order, found.slug))


def lesson(folder: Path, slug: str) -> Lesson:
    """One lesson; CourseError if there is none of that name or its notebook cannot be used."""
    path = folder / slug / f"{slug}.ipynb"
    if not path.is_file():
        known = sorted(p.parent.name for p in folder.glob("*/*.ipynb") if p.stem == p.parent.name)
        raise CourseError(f"There is no lesson {slug!r} in {folder.name}/: known are {', '.join(known) or 'none'}.")
    notebook = read_notebook(path)
    about = notebook.metadata.get("course")
    if not isinstance(about, dict) or not all(isinstance(about.get(key), int) for key in ("minutes", "order")):
        raise CourseError(
            f"{path} does not say how long it takes: add course.minutes and course.order, whole numbers, "
            "to its metadata."
        )
    return Lesson(slug, path, _title(notebook, path), about["minutes"], _points(notebook, path), about["order"])


def read_notebook(path: Path) -> Any:
    """The notebook at `path`; CourseError with the remedy if it is missing or no notebook."""
    try:
        text = path.read_text("utf-8")
        if "nbformat" not in json.loads(text):  # nbformat would take it for a notebook of 2011
            raise ValueError
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # missing and double cell ids: source_rules says it in a sentence
            notebook = nbformat.reads(text, as_version=4)
            nbformat.validate(notebook)
    except FileNotFoundError:
        raise CourseError(f"{path} is missing: restore it with git checkout, or give another path.") from None
    except (ValueError, AttributeError, KeyError, TypeError, nbformat.ValidationError):  # broken JSON: ValueError
        raise CourseError(f"{path} is not a notebook: its JSON is broken; restore it with git checkout.") from None
    return notebook


def _points(notebook: Any, path: Path) -> float:
    """The sum over the test cells; CourseError naming the first cell whose nbgrader metadata is incomplete."""
    points = 0.0
    for cell in notebook.cells:
        grade = cell.metadata.get("nbgrader", {})
        if (grade.get("grade") or grade.get("solution")) and not grade.get("grade_id"):
            raise CourseError(f"{path}: the graded cell {cell.get('id')!r} has no grade id: give it one.")
        if grade.get("grade"):
            if not isinstance(grade.get("points"), int | float):
                raise CourseError(
                    f"{path}: the test cell {grade['grade_id']!r} has no points: give it a number of them."
                )
            points += grade["points"]
    return points


def _title(notebook: Any, path: Path) -> str:
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (heading := re.search(r"^# (.+)$", cell.source, re.MULTILINE)):
            return heading[1].strip()
    raise CourseError(f"{path} has no title: its first text cell should begin with '# '.")
