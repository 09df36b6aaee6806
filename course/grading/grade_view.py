"""What `course grade` shows: a bar while it works, a table of points and reasons when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from course.grading.execute import TAMPERING
from course.grading.grade_class import Outcome
from course.grading.grade_class import Progress as State
from course.grading.results import Result

SHOWN = 4  #: students named beside the bar


@contextmanager
def bar() -> Iterator[Callable[[State], None]]:
    """A bar on standard error with count, rate, time left, and who is being graded; nothing if that is no terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("grading"),
        BarColumn(20),
        MofNCompleteColumn(table_column=Column(no_wrap=True, min_width=7)),
        TextColumn("{task.fields[rate]}", table_column=Column(no_wrap=True, min_width=7)),
        TimeRemainingColumn(table_column=Column(no_wrap=True, min_width=7)),
        TextColumn("{task.fields[now]}", table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1)),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, expand=True) as progress:
        task = progress.add_task("", total=None, rate="", now="")

        def show(state: State) -> None:
            _update(progress, task, state)

        yield show


def _update(progress: Progress, task: TaskID, state: State) -> None:
    elapsed = progress.tasks[0].elapsed or 0
    rate = f"{state.done / elapsed * 60:.0f}/min" if state.done and elapsed else ""
    progress.update(task, total=state.total, completed=state.done, rate=rate, now=escape(_named(state)))


def _named(state: State) -> str:
    students = [student for _, student in state.now]
    more = f" and {len(students) - SHOWN} more" if students[SHOWN:] else ""
    return ", ".join(students[:SHOWN]) + more


def table(lesson: str, results: Sequence[Result]) -> None:
    """A row per student: points, and one line for each reason why some are missing."""
    shown = Table(title=lesson, title_justify="left", show_lines=False)
    for name, side in (("student", "left"), ("points", "right"), ("why not more", "left")):
        shown.add_column(name, justify=side, no_wrap=name != "why not more", overflow="fold")  # type: ignore[arg-type]
    for result in results:
        reasons = [f"{test}: {reason}" for test, reason in result.reasons.items()]
        shown.add_row(escape(result.student), f"{result.points:g} of {result.max:g}", escape("\n".join(reasons)))
    Console().print(shown)


def needs_a_person(results: Sequence[Result]) -> list[str]:
    """A line for each test that a person has to judge."""
    return [
        f"{r.student}, {r.lesson}, {test}: {r.reasons.get(test, 'to be marked')}" for r in results for test in r.open
    ]


def tampering(results: Sequence[Result]) -> list[str]:
    """A line for each test during which somebody's code reached for its judge, with what was seen first."""
    return [
        f"{r.student}, {r.lesson}, {test}: {signs[0]}" + (f", and {len(signs) - 1} more" if signs[1:] else "")
        for r in results
        for test, signs in r.seen.items()
    ]


def summary(outcome: Outcome, results: Sequence[Result] = ()) -> None:
    """How many are recorded, what needs a person, and what went wrong."""
    console = Console()
    before = f", {len(outcome.before)} were graded before" if outcome.before else ""
    console.print(f"{len(outcome.recorded)} submissions graded and recorded{before}.")
    if lines := needs_a_person(results):
        console.print("A person has to look at:", *map(escape, lines), sep="\n  ")
    if lines := tampering(results):
        console.print(TAMPERING, *map(escape, lines), sep="\n  ")
    for lesson, student in outcome.elsewhere:
        console.print(f"{escape(student)}, {lesson}: is being graded by another run and was left to it.")
    for (lesson, student), reason in outcome.failed.items():
        console.print(f"{escape(student)}, {lesson}: not recorded, our fault: {escape(reason)}")
