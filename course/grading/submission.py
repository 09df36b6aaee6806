"""From files to a submission that can be run anywhere: the mended notebook, its set-up cell, the files beside it.

Nothing in it refers to this machine, so it can be sent to another one; `grade` is all that happens there.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from course.errors import CourseError
from course.grading.execute import KEY, execute
from course.grading.interpreters import shared
from course.grading.mend import Mended, blank, mend
from course.grading.plan import SETUP_TAG, imported
from course.grading.reading import UNREADABLE, UnreadableError, read_submission

MOST_FILES = 64 << 20  #: bytes of all files beside the notebook together


@dataclass
class Submission:
    """`notebook` as nbgrader has sanitized it, with the tests; `files` by their paths beside it."""

    notebook: Any
    setup: str
    files: dict[str, bytes] = field(default_factory=dict)


def mended(path: Path, release: Path) -> Any:
    """The submitted notebook at `path` in the shape of the released one, notes of what was mended in its metadata."""
    pristine = released(release)
    try:
        found = mend(pristine, read_submission(_renamed(path)))
    except UnreadableError as error:
        found = blank(pristine, UNREADABLE.format(why=error))
    return _noted(found)


def released(path: Path) -> Any:
    """The released notebook; CourseError if it is missing."""
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError):
        raise CourseError(f"{path} is missing or broken: run `course release`, then grade again.") from None


def _renamed(path: Path) -> Path:
    """The notebook that was meant, if it was handed in under another name and is the only one."""
    if path.exists():
        return path
    others = [other for other in path.parent.glob("*.ipynb") if not other.name.startswith(".")]
    return others[0] if len(others) == 1 else path


def _noted(found: Mended) -> Any:
    found.notebook.metadata[KEY] = {"notes": found.notes}
    return found.notebook


def setup_source(notebook: Any) -> str:
    """The source of the cells with the tag `setup`."""
    return "\n".join(cell.source for cell in notebook.cells if SETUP_TAG in cell.metadata.get("tags", []))


def files_beside(folder: Path) -> dict[str, bytes]:
    """What lies beside a notebook, without notebooks (they hold the tests) and links, up to MOST_FILES bytes."""
    found: dict[str, bytes] = {}
    left = MOST_FILES
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            if path.suffix == ".ipynb" or not path.is_file() or path.is_symlink():
                continue
            left -= path.stat().st_size
            if left >= 0:
                found[str(path.relative_to(folder))] = path.read_bytes()
    return found


def grade(submission: Submission, boxed: bool, runs: int) -> Any:
    """Run a submission on this machine; the executed notebook with its verdicts. CourseError if there is no box."""
    notebook = submission.notebook
    tests = [cell.source for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    modules = sorted({module for source in [submission.setup, *tests] for module in imported(source)})
    room = shared(boxed, runs)
    room.get(submission.setup, modules)
    with _laid_out(submission.files) as folder:
        return execute(notebook, submission.setup, room.run(submission.setup, modules), room.pool, folder)


@contextlib.contextmanager
def _laid_out(files: dict[str, bytes]) -> Iterator[Path | None]:
    """A folder that everybody may read (in the box somebody else will)."""
    if not files:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="course-files-") as scratch:
        root = Path(scratch, "files")
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
            path.write_bytes(content)
            path.chmod(0o644)
        for place, _, _ in os.walk(root):
            os.chmod(place, 0o755)
        yield root
