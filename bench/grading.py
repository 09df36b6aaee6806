"""Grade a class with `course grade` and with plain `nbgrader autograde`, in the same run, and print the ratio.

    python bench/grading.py [--lesson SLUG] [--size 40] [--plain 8]

Two classes per lesson: all good, and one in which every tenth student's first exercise hangs. Plain nbgrader (its own
Execute and no settings but a time limit) takes one submission after the other, so it grades only `--plain` of each
kind and its time for the class is computed from them. Bounded: a command is ended after fifteen minutes.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import psutil

from course.grading.pretend_class import hand_in
from course.lessons import course_root, lessons
from course.release import nbgrader

LONGEST = 900.0  #: seconds for one command
PLAIN = 'c = get_config()\nc.ClearSolutions.code_stub = {"python": "raise NotImplementedError()"}\n'


@dataclass
class Cost:
    """Seconds of the clock, and of all processors together. `share` of the machine's processors was in use: by the
    kernel too, which makes and unmakes boxes on nobody's account, and by whoever else was there.
    """

    wall: float
    cpu: float
    share: float = 0.0


def answered(root: Path, slug: str, hangs: bool) -> Any:
    """The reference answers; with `hangs` the first exercise's functions never come back."""
    notebook = nbformat.read(root / "source" / slug / f"{slug}.ipynb", as_version=4)
    release = nbformat.read(root / "release" / slug / f"{slug}.ipynb", as_version=4)
    sources = {cell.id: cell.source for cell in notebook.cells}
    first = True
    for cell in release.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = sources[cell.id]
            if first and hangs:
                lines = [line for line in cell.source.splitlines() if line.startswith("def ")]
                cell.source = "\n".join(f"{line}\n    while True:\n        time.sleep(1)" for line in lines)
            first = False
    return release


def lay(root: Path, folder: Path, slug: str, size: int, hanging: int, config: str) -> None:
    """A course in `folder` with one lesson and `size` students, of whom each `hanging`th hangs (0: none)."""
    shutil.copytree(root / "source" / slug, folder / "source" / slug)
    (folder / "nbgrader_config.py").write_text(config)
    nbgrader(folder, "generate_assignment", slug)
    for number in range(1, size + 1):
        hand_in(folder, f"s{number:03}", slug, answered(folder, slug, hangs=hanging > 0 and number % hanging == 0))


def timed(folder: Path, *arguments: str) -> Cost:
    """Run a command of this environment in `folder`."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    psutil.cpu_percent()  # from here on
    with open(folder / "bench.log", "wb") as log:
        command = [sys.executable, "-m", *arguments]
        subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path}, stdout=log, stderr=log, timeout=LONGEST)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, psutil.cpu_percent() / 100)


def compare(root: Path, scratch: Path, slug: str, size: int, plain: int) -> None:
    """One lesson: print a row for each class."""
    ours = (root / "nbgrader_config.py").read_text()
    costs = {}
    for kind in ("good", "hanging"):
        n = plain if kind == "good" else max(1, plain // 4)
        folder = scratch / f"{slug}-plain-{kind}"
        lay(root, folder, slug, n, int(kind == "hanging"), PLAIN)
        cost = timed(folder, "nbgrader", "autograde", slug)
        costs[kind] = Cost(cost.wall / n, cost.cpu / n)
    for title, every in (("all good", 0), ("a tenth hangs", 10)):
        hanging = size // every if every else 0
        folder = scratch / f"{slug}-ours-{every}"
        lay(root, folder, slug, size, every, ours)
        cost = timed(folder, "course", "grade", slug)
        theirs = (size - hanging) * costs["good"].wall + hanging * costs["hanging"].wall
        print(
            f"| {slug} | {title} | {theirs:.0f} s | {cost.wall:.1f} s | **{theirs / cost.wall:.1f}** | "
            f"{costs['good'].cpu:.2f} s | {cost.cpu / size:.2f} s | {cost.share:.0%} |",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lesson", action="append", default=[])
    parser.add_argument("--size", type=int, default=40)
    parser.add_argument("--plain", type=int, default=8)
    options = parser.parse_args()
    root = course_root()
    print(f"class of {options.size}, {len(os.sched_getaffinity(0))} cores, load before {os.getloadavg()[0]:.1f}")
    print(
        "| lesson | class | nbgrader | course grade | times as fast | CPU each, nbgrader | CPU each | of the machine |"
    )
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory(prefix="course-bench-") as scratch:
        for slug in options.lesson or [it.slug for it in lessons(root / "source")]:
            compare(root, Path(scratch), slug, options.size, options.plain)


if __name__ == "__main__":
    main()
