"""`course grade`: find what was handed in, grade it with a bar, say what came out."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from types import FrameType

import click

from course.errors import CourseError
from course.grading.grade_class import Outcome, grade_class, submissions
from course.grading.grade_view import bar, summary, table
from course.grading.interpreters import abandon
from course.grading.recorder import Recorder
from course.grading.results import Result, results
from course.lessons import course_root, lesson

JOBS_PER_CORE = 16  #: submissions at once; some of them only wait
INTERRUPTED = 130  #: exit code, as shells have it for Ctrl-C


def grade_lessons(
    slugs: Sequence[str],
    students: Sequence[str] = (),
    jobs: int | None = None,
    scheduler: str | None = None,
    db: str | None = None,
    force: bool = False,
    boxed: bool = True,
) -> int:
    """Grade; prints the results. Returns the exit code: 0 if all submissions are recorded, 1 if one is not."""
    root = course_root()
    for slug in slugs:
        lesson(root / "source", slug)
    recorder = Recorder(root, db)
    for slug in slugs:
        recorder.expect(slug)
    keys = submissions(recorder, slugs, students)
    if not keys:
        raise CourseError(f"Nobody has handed in {', '.join(slugs)}: put notebooks into submitted/STUDENT/LESSON/.")
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with _executor(jobs, scheduler) as (executor, at_once), bar() as show:
            outcome = grade_class(recorder, keys, executor, at_once, boxed, force, show)
    except KeyboardInterrupt:
        click.echo("Stopped. What is recorded stays recorded; run the same command again to go on.", err=True)
        abandon()  # threads still wait for the boxes that this ends
        os._exit(INTERRUPTED)
    _report(recorder, slugs, outcome)
    return 1 if outcome.failed else 0


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _executor(jobs: int | None, scheduler: str | None) -> Iterator[tuple[Executor, int]]:
    """What runs submissions, and how many it gets at once."""
    cores = len(os.sched_getaffinity(0))
    if scheduler is None:
        with ThreadPoolExecutor(jobs or JOBS_PER_CORE * cores) as pool:
            yield pool, jobs or JOBS_PER_CORE * cores
        return
    from course.grading.cluster import cluster

    with cluster(scheduler) as (executor, threads):
        yield executor, jobs or max(2, JOBS_PER_CORE * threads)


def _report(recorder: Recorder, slugs: Sequence[str], outcome: Outcome) -> None:
    found: list[Result] = []
    for slug in slugs:
        known = sorted(student for name, student in [*outcome.recorded, *outcome.before] if name == slug)
        of_lesson = results(recorder.db_url, slug, {student: recorder.autograded(slug, student) for student in known})
        table(slug, of_lesson)
        found += of_lesson
    summary(outcome, found)
