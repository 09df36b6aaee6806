"""The page JupyterLab opens on: the lessons with their minutes and points, computed from the notebooks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from course.lessons import Lesson

NAME = "START.md"

PAGE = """\
# Concurrency in Python

Pools, callbacks, coroutines and servers: every lesson is a notebook whose threads, processes and sockets are alive
while you work. Open a lesson, run its cells from top to bottom, and answer its exercises; the test cells under each
tell you at once what your code did.

{table}

{notices}To hand a lesson in, save its notebook (Ctrl S) and give the file to your instructor. Your work in this folder
is never overwritten.
"""


def write_start_page(learn: Path, lessons: Sequence[Lesson], waiting: Sequence[Path]) -> None:
    """Write `START.md` into `learn`, with a row per lesson and a notice per newer release lying beside a lesson."""
    (learn / NAME).write_text(PAGE.format(table=_table(lessons), notices=_notices(waiting)), "utf-8")


def _table(lessons: Sequence[Lesson]) -> str:
    rows = [
        f"| {n} | [{lesson.title}]({lesson.slug}/{lesson.slug}.ipynb) | {lesson.minutes} | {lesson.points:g} |"
        for n, lesson in enumerate(lessons, start=1)
    ]
    minutes, points = sum(lesson.minutes for lesson in lessons), sum(lesson.points for lesson in lessons)
    head = ["| | lesson | minutes | points |", "|---|---|---|---|"]
    return "\n".join([*head, *rows, f"| | together | {minutes} | {points:g} |"])


def _notices(waiting: Sequence[Path]) -> str:
    lines = [f"> **New release**: [{path}]({path.as_posix()}) lies beside your own notebook.\n" for path in waiting]
    return "\n".join(lines) + "\n" if lines else ""
