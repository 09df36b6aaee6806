"""`course try`: judge a plain Python file on a lesson, from the command line or from Python."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from course.errors import CourseError
from course.grading.judge import Report, judge
from course.grading.plan import Plan, lesson_plan
from course.grading.warm import WarmInterpreter
from course.lessons import course_root, lesson


def try_answer(slug: str, answer: Path, exercises: Sequence[str] = (), root: Path | None = None) -> Report:
    """Judge the file `answer` on the lesson `slug`, on all its exercises or those named.

    Functions missing from the file count as unanswered. CourseError if it cannot be judged: an unknown lesson or
    exercise, a missing file, or text that is not Python.
    """
    root = course_root(root)
    plan = lesson_plan(slug, lesson(root / "source", slug).path)
    unknown = [name for name in exercises if name not in plan.exercises]
    if unknown:
        raise CourseError(f"{slug} has no exercise {unknown[0]!r}: it has {', '.join(plan.exercises)}.")
    text = _read(answer)
    tests = sum(len(it.tests) for name, it in plan.exercises.items() if not exercises or name in exercises)
    with warm_interpreter(plan) as warm, _progress(tests) as step:
        try:
            return judge(plan, text, warm, exercises, step)
        except (SyntaxError, ValueError) as error:  # ValueError: a null byte
            line = f" (line {error.lineno})" if isinstance(error, SyntaxError) and error.lineno else ""
            raise CourseError(f"{answer} is not Python: {getattr(error, 'msg', error)}{line}.") from None


def warm_interpreter(plan: Plan) -> WarmInterpreter:
    """An interpreter that has imported what the lesson's test cells import."""
    return WarmInterpreter(plan.machinery, plan.setup)


@contextmanager
def _progress(length: int) -> Iterator[Callable[[], object]]:
    """A bar on a terminal (a wrong answer may take half a minute to be sure of), nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, label="judging", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def as_text(report: Report) -> str:
    """The report for a terminal: a line per exercise, and below it the reason for each lost point."""
    lines = []
    for name, score in report.exercises.items():
        lines.append(f"{name:24} {score.points:g} of {score.max:g}")
        lines += [f"    {test}: {verdict.reason}" for test, verdict in score.tests.items() if not verdict.passed]
    return "\n".join([*lines, f"{'together':24} {report.points:g} of {report.max:g}"])


def _read(answer: Path) -> str:
    try:
        return answer.read_text("utf-8")
    except FileNotFoundError:
        raise CourseError(f"There is no file {answer}: give the path of a Python file.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{answer} cannot be read as text: {error}.") from None
