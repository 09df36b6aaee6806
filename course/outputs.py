"""Run the source notebooks and store fresh outputs: `python -m course.outputs [LESSON...]`, or `make outputs`.

Only outputs and execution counts change. What would differ from machine to machine (times, pictures of a run, widget
states, the version of the interpreter) is not stored, so that a diff shows what the code does and nothing else.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from course.errors import CourseError
from course.lessons import course_root, lesson, lessons, read_notebook


def refresh(path: Path) -> None:
    """Run the notebook at `path` from top to bottom and store its outputs; CourseError if a cell fails."""
    notebook = read_notebook(path)
    metadata = notebook.metadata.copy()
    client = NotebookClient(
        notebook,
        resources={"metadata": {"path": str(path.parent)}},
        timeout=120,
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise CourseError(f"{path} is as it was, because a cell failed: {error.ename}: {error.evalue}") from None
    except (CellTimeoutError, DeadKernelError) as error:
        last = str(error).strip().splitlines()[0]
        raise CourseError(f"{path} is as it was, because a cell did not come to its end: {last}") from None
    notebook.metadata = metadata
    for cell in notebook.cells:
        cell.update({"outputs": [each for each in cell.outputs if not _is_picture(each)]} if "outputs" in cell else {})
    temporary = path.with_name(f".{path.name}.part")
    nbformat.write(notebook, temporary)
    os.replace(temporary, path)


def _is_picture(output: Any) -> bool:
    """True for the static picture below a live timeline: it shows when what happened in this very run."""
    return "course-below" in output.get("data", {}).get("image/svg+xml", "")


@click.command()
@click.argument("slugs", metavar="[LESSON]...", nargs=-1)
def main(slugs: tuple[str, ...]) -> None:
    """Store fresh outputs in the source notebooks of the lessons named, or of all."""
    source = course_root() / "source"
    for found in [lesson(source, slug) for slug in slugs] or lessons(source):
        click.echo(f"running {found.slug} ...", file=sys.stderr)
        refresh(found.path)


if __name__ == "__main__":
    main()
