"""From files to a submission that can be run anywhere: the mended notebook, its set-up cell, the files beside it.

Nothing in it refers to this machine, so it can be sent to another one; `grade` is all that happens there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from course.errors import CourseError
from course.grading.execute import KEY, execute
from course.grading.exercise_run import Limits
from course.grading.interpreters import default_runs, shared
from course.grading.mend import blank, mend
from course.grading.plan import SETUP_TAG, imported
from course.grading.reading import UNREADABLE, UnreadableError, read_submission
from course.grading.verdict import OURS

MOST_FILES = 64 << 20  #: bytes of all files beside the notebook together


@dataclass
class Submission:
    """`notebook`, as JSON, is what nbgrader has sanitized, with the tests; `files` by their paths beside it."""

    notebook: str
    setup: str
    files: dict[str, bytes] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


def mended(path: Path, release: Path) -> Any:
    """The submitted notebook at `path` in the shape of the released one, notes of what was mended in its metadata."""
    pristine = released(release)
    try:
        found = mend(pristine, read_submission(_renamed(path)))
    except UnreadableError as error:
        found = blank(pristine, UNREADABLE.format(why=error))
    found.notebook.metadata[KEY] = {"notes": found.notes, "of": fingerprint(path)}
    return found.notebook


def fingerprint(path: Path) -> str:
    """What tells one hand-in from the next: a hash of the notebook's bytes, '' if there is none."""
    with contextlib.suppress(OSError), open(_renamed(path), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return ""


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


def grade(submission: Submission, boxed: bool, runs: int = 0) -> str:
    """Run a submission on this machine, `runs` tests at once (0: as many as suit it); returns the executed notebook,
    as JSON, with its verdicts. CourseError if there is no box.
    """
    notebook = nbformat.reads(submission.notebook, as_version=4)
    tests = [cell.source for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    modules = sorted({module for source in [submission.setup, *tests] for module in imported(source)})
    room = shared(boxed, runs or default_runs())
    room.get(submission.setup, modules)
    with _laid_out(submission.files) as folder:
        done = execute(
            notebook, submission.setup, room.run(submission.setup, modules), room.queue, folder, submission.limits
        )
    return str(nbformat.writes(done))


def not_graded(submission: Submission, why: str) -> str:
    """What is recorded for a submission that could not be run at all: no verdict, and a note with the reason."""
    notebook = nbformat.reads(submission.notebook, as_version=4)
    graded = [about for cell in notebook.cells if (about := cell.metadata.get("nbgrader", {})).get("grade_id")]
    notebook.metadata[KEY]["notes"].update({about["grade_id"]: OURS + why for about in graded})
    notebook.metadata[KEY]["verdicts"] = {
        about["grade_id"]: {"points": None, "reason": OURS + why} for about in graded if about.get("grade")
    }
    return str(nbformat.writes(notebook))


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
