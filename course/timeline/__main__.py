"""Draw a log that was saved: `python -m course.timeline run.json run.svg`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from course.errors import CourseError
from course.watch import load


@click.command()
@click.argument("log", type=click.Path(path_type=Path))
@click.argument("picture", type=click.Path(path_type=Path))
def main(log: Path, picture: Path) -> None:
    """Draw the LOG that `log.save` wrote as an SVG PICTURE, and say in a line what it shows."""
    try:
        found = load(log)
        picture.write_text(found.svg(), "utf-8")
    except CourseError as error:
        sys.exit(error.message)
    except OSError as error:
        sys.exit(f"Cannot write {picture}: {error.strerror}.")
    click.echo(f"{picture}: {found.summary()}")


if __name__ == "__main__":
    main()
