"""Make `release/` from `source/` with nbgrader's own `generate_assignment`, and compare bytes.

Everything is generated in a scratch course first. Only when all lessons came out is anything in `release/` replaced,
so a failure leaves the old release as it was.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from course.errors import CourseError
from course.lessons import lesson, lessons
from course.source_rules import broken_rules


def release(root: Path, slugs: Sequence[str] = ()) -> list[str]:
    """Generate `release/` for the named lessons (default: all) and register them in the gradebook.

    Returns the lessons' slugs. Raises CourseError, with `release/` as it was, if anything is wrong.
    """
    chosen = _checked(root, slugs)
    with tempfile.TemporaryDirectory(prefix="course-release-") as scratch:
        for slug in chosen:
            generate(root, Path(scratch), slug)
        for slug in chosen:  # again, for what nbgrader does on the way: it puts the cells into the gradebook
            generate(root, Path(scratch), slug, own_gradebook=True)
        _replace(Path(scratch) / "release", root / "release", chosen)  # last: the gradebook can refuse
    return chosen


def differences(root: Path, slugs: Sequence[str] = ()) -> list[str]:
    """What in `release/` differs from what `source/` would give now; one line per file, empty if nothing does."""
    chosen = _checked(root, slugs)
    found = []
    with tempfile.TemporaryDirectory(prefix="course-release-") as scratch:
        for slug in chosen:
            generate(root, Path(scratch), slug)
            found += _compare(Path(scratch) / "release" / slug, root / "release" / slug)
    if not slugs:
        there = {path.name for path in (root / "release").glob("[!.]*") if path.is_dir()}
        gone = there - set(chosen)
        found += [f"release/{name}/ has no source" for name in sorted(gone)]
    return found


def generate(root: Path, scratch: Path, slug: str, own_gradebook: bool = False) -> None:
    """Run nbgrader on the course's source; the release goes to `scratch`, and so does the gradebook unless it is
    to be the course's own.
    """
    where = [f"--CourseDirectory.release_directory={scratch / 'release'}"]
    if not own_gradebook:
        where.append(f"--CourseDirectory.db_url=sqlite:///{scratch / 'gradebook.db'}")
    nbgrader(root, "generate_assignment", slug, "--force", *where)


def nbgrader(folder: Path, *arguments: str) -> None:
    """Run an nbgrader command in `folder`; CourseError with its reason if it fails."""
    # nbgrader starts `alembic` by name, so the environment's programs must be on PATH
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    command = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True)
    if done.returncode:
        why = _reason(done.stderr + done.stdout)
        raise CourseError(f"nbgrader {' '.join(arguments[:2])} failed, and release/ is as it was: {why}")


def _reason(said: str) -> str:
    """Why nbgrader failed. Its last words only point to a traceback, so the exception at that one's end is better."""
    if "there are submissions associated with it" in said:
        return (
            "it has been handed in already, so the gradebook keeps its test cells; rename none and delete none, "
            "or release it under another name."
        )
    lines = [line.strip() for line in said.splitlines()]
    raised = [line for line in lines if re.match(r"[\w.]+(Error|Exception): ", line)]
    return (raised or [line for line in lines if "ERROR" in line] or ["it gave no reason"])[-1]


def _checked(root: Path, slugs: Sequence[str]) -> list[str]:
    """The lessons to generate; CourseError if one is unknown or breaks a rule of the source."""
    chosen = [lesson(root / "source", slug) for slug in slugs] or lessons(root / "source")
    if not chosen:
        raise CourseError(f"There is no lesson in {root / 'source'}.")
    problems = [problem for found in chosen for problem in broken_rules(found.path)]
    if problems:
        raise CourseError(problems[0] + (f" ({len(problems) - 1} more problems)" if problems[1:] else ""))
    return [found.slug for found in chosen]


def _replace(new: Path, release: Path, slugs: Sequence[str]) -> None:
    """Put the new lessons where the old ones are: all lie beside them, whole, before the first is exchanged."""
    for slug in slugs:
        for left in (release / f".{slug}.new", release / f".{slug}.old"):  # by an interruption
            shutil.rmtree(left, ignore_errors=True)
        shutil.copytree(new / slug, release / f".{slug}.new")
    for slug in slugs:
        if (release / slug).exists():
            (release / slug).rename(release / f".{slug}.old")
        (release / f".{slug}.new").rename(release / slug)
        shutil.rmtree(release / f".{slug}.old", ignore_errors=True)


def _compare(new: Path, old: Path) -> list[str]:
    files = {p.relative_to(d) for d in (new, old) for p in d.rglob("*") if p.is_file()}
    names = sorted(name for name in files if ".ipynb_checkpoints" not in name.parts)  # git does not see them either
    return [f"release/{old.name}/{name} {_difference(new / name, old / name)}" for name in names
            if _difference(new / name, old / name)]  # fmt: skip


def _difference(new: Path, old: Path) -> str:
    if not old.exists():
        return "is missing"
    if not new.exists():
        return "has no source"
    return "" if new.read_bytes() == old.read_bytes() else "is out of date"
