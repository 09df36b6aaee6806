"""The command `course`. Imports happen inside the commands, so that `course --help` answers at once."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from course import __version__

# jsonschema imports it if it is there, and it compiles a grammar then, for a second; no notebook has such addresses
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="course")
def main() -> None:
    """An interactive course on concurrency: open it, release it, try answers on it."""


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on; by default any free one from 8888 on.")
@click.option("--no-browser", is_flag=True, help="Print the address instead of opening a browser.")
@click.option("--learn", type=click.Path(path_type=Path, file_okay=False), help="Where your lessons lie [learn/].")
def lab(port: int | None, no_browser: bool, learn: Path | None) -> None:
    """Lay the lessons out for learning and open them in JupyterLab."""
    from course.lab import open_lab
    from course.lessons import course_root

    root = course_root()
    open_lab(root, learn or root / "learn", port, browser=not no_browser)


@main.command()
@click.argument("lessons", nargs=-1)
@click.option("--check", is_flag=True, help="Change nothing; fail if release/ is not what source/ gives.")
def release(lessons: tuple[str, ...], check: bool) -> None:
    """Make release/ from source/, for the LESSONS named or for all."""
    from course.lessons import course_root
    from course.release import differences, release

    root = course_root()
    if not check:
        for slug in release(root, lessons):
            click.echo(f"release/{slug}/ is up to date, and the gradebook knows it.")
        return
    found = differences(root, lessons)
    if found:
        raise click.ClickException("; ".join(found) + ". Run `course release` and commit what it writes.")
    click.echo("release/ is what source/ gives.")


@main.command("try")
@click.argument("lesson")
@click.argument("answer", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--exercise", "exercises", multiple=True, help="Judge only this exercise (may be given again).")
def try_(lesson: str, answer: Path, as_json: bool, exercises: tuple[str, ...]) -> None:
    """Judge a plain Python file: ANSWER defines some of the functions that LESSON asks for."""
    from course.try_answer import as_text, try_answer

    report = try_answer(lesson, answer, exercises)
    click.echo(json.dumps(report.as_dict(), indent=2) if as_json else as_text(report))


@main.command()
@click.argument("lessons", nargs=-1, required=True)
@click.option("--student", "students", multiple=True, help="Grade only this student (may be given again).")
@click.option("--jobs", type=click.IntRange(1), help="Submissions at once [16 per core].")
@click.option("--scheduler", help="Address of a Dask scheduler whose workers run the submissions.")
@click.option("--db", help="URL of the gradebook [as nbgrader_config.py says].")
@click.option("--force", is_flag=True, help="Grade again what is graded.")
@click.option("--unboxed", is_flag=True, help="Run learners' code without a box: it can read and change all you can.")
def grade(
    lessons: tuple[str, ...],
    students: tuple[str, ...],
    jobs: int | None,
    scheduler: str | None,
    db: str | None,
    force: bool,
    unboxed: bool,
) -> None:
    """Grade what was handed in for LESSONS, side by side; run it again to go on where it was interrupted."""
    from course.grading.grade_command import grade_lessons

    raise SystemExit(grade_lessons(lessons, students, jobs, scheduler, db, force, boxed=not unboxed))


@main.command("class")
@click.argument("size", type=click.IntRange(1))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--lesson", "slugs", multiple=True, help="Only this lesson (may be given again).")
def class_(size: int, folder: Path, slugs: tuple[str, ...]) -> None:
    """Lay a course with SIZE pretend students in FOLDER, whose points are known: something to try grading on."""
    from course.grading.pretend_class import lay_class
    from course.lessons import course_root

    lay_class(course_root(), folder, size, slugs)
    click.echo(f"{folder} is a course with {size} students; truth.json says what each deserves. Grade it there.")


@main.command()
@click.argument("lessons", nargs=-1)
@click.option("--check", is_flag=True, help="Change nothing; fail if the page is not what the shelf gives.")
def matrix(lessons: tuple[str, ...], check: bool) -> None:
    """Write docs/matrix-LESSON.md: which wrong idea each test catches, and in which words."""
    from course.lessons import course_root
    from course.matrix import matrix_differences, write_matrices

    root = course_root()
    if not check:
        for path in write_matrices(root, lessons):
            click.echo(f"{path.relative_to(root)} is up to date.")
        return
    found = matrix_differences(root, lessons)
    if found:
        raise click.ClickException("; ".join(found) + ". Run `course matrix` and commit what it writes.")
    click.echo("The matrices are what the shelf gives.")
