"""Judge a shelf again and again on a machine that is busy, and report verdicts that flip: `make stress`.

A verdict that depends on luck is a broken check. So every answer of the shelf is judged 20 times with every core kept
busy by other processes, and once with everything pinned to one core; each time the same tests must reject it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import click

from course.grading.plan import Plan, lesson_plan
from course.grading.shelf import ShelfAnswer, read_shelf, rejecting
from course.judged_shelf import judged_shelf
from course.lessons import course_root, lesson, lessons


def flips(plan: Plan, answers: Sequence[ShelfAnswer], label: str) -> list[str]:
    """Judge the shelf once; one line for each answer that other tests reject than its file says."""
    reports = judged_shelf(plan, answers, label)
    found = []
    for answer in answers:
        rejected_by = rejecting(reports[answer.name])
        if set(rejected_by) != answer.rejected_by:
            expected = ", ".join(sorted(answer.rejected_by)) or "none"
            found.append(f"{answer.name}: rejected by {', '.join(rejected_by) or 'none'}, expected {expected}")
    return found


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy with a process that only computes."""
    spawn, us = get_context("spawn"), os.getpid()
    burners = [spawn.Process(target=_burn, args=(us,), daemon=True) for _ in range(os.cpu_count() or 1)]
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.join()


@contextmanager
def one_core() -> Iterator[None]:
    """Pin this process, and what it starts, to one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _burn(parent: int) -> None:
    while os.getppid() == parent:  # however the stress ends, its load ends with it
        sum(range(100_000))


def _stress(root: Path, slug: str, rounds: int) -> int:
    plan = lesson_plan(slug, lesson(root / "source", slug).path)
    answers = read_shelf(root / "tests" / "answers" / slug)
    flipped, begin = 0, time.monotonic()
    for n in range(rounds + 1):
        pinned = n == rounds
        with one_core() if pinned else busy_cores():
            found = flips(plan, answers, f"{slug}, {'one core' if pinned else f'busy {n + 1}/{rounds}'}")
        flipped += len(found)
        for line in found:
            click.echo(f"FLIP {line}")
    seconds = time.monotonic() - begin
    click.echo(
        f"{slug}: {len(answers)} answers, {rounds} times busy and once on one core, {seconds:.0f} s: {flipped} flips"
    )
    return flipped


@click.command()
@click.argument("slugs", metavar="[LESSON]...", nargs=-1)
@click.option("--rounds", default=20, show_default=True, help="How often with every core busy.")
def main(slugs: tuple[str, ...], rounds: int) -> None:
    """Report verdict flips; exit code 1 if there is one."""
    root = course_root()
    chosen = slugs or [it.slug for it in lessons(root / "source") if (root / "tests" / "answers" / it.slug).is_dir()]
    sys.exit(1 if sum(_stress(root, slug, rounds) for slug in chosen) else 0)


if __name__ == "__main__":
    main()
