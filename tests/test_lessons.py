import json
from pathlib import Path

import pytest

from course.errors import CourseError
from course.lessons import course_root, lesson, lessons
from tests.tiny_course import ROOT, tiny_notebook, write


def test_everything_is_computed_from_the_notebook(tiny: Path) -> None:
    found = lesson(tiny / "source", "squares")
    assert (found.title, found.minutes, found.points) == ("Squares", 5, 2)


def test_lessons_come_in_their_order(tiny: Path) -> None:
    second = tiny_notebook()
    second.metadata.course.order = 0
    write(second, tiny / "source" / "zeros" / "zeros.ipynb")
    assert [it.slug for it in lessons(tiny / "source")] == ["zeros", "squares"]


def test_a_released_lesson_tells_the_same_as_its_source() -> None:
    for found in lessons(ROOT / "source"):
        released = lesson(ROOT / "release", found.slug)
        assert (released.title, released.minutes, released.points) == (found.title, found.minutes, found.points)


def test_an_unknown_lesson_names_the_known_ones(tiny: Path) -> None:
    with pytest.raises(CourseError, match="no lesson 'cubes' in source/: known are squares"):
        lesson(tiny / "source", "cubes")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": []}', '{"nbformat": 4, "nbformat_minor": 5, "cells": 3}'])
def test_what_is_no_notebook_is_told_in_a_sentence(tiny: Path, text: str) -> None:
    (tiny / "source/squares/squares.ipynb").write_text(text)
    with pytest.raises(CourseError, match="is not a notebook"):
        lesson(tiny / "source", "squares")


def test_missing_metadata_and_title_are_told(tiny: Path) -> None:
    path, notebook = tiny / "source/squares/squares.ipynb", tiny_notebook()
    notebook.cells[0].source = "no title"
    write(notebook, path)
    with pytest.raises(CourseError, match="has no title"):
        lesson(tiny / "source", "squares")
    del notebook.metadata["course"]
    write(notebook, path)
    with pytest.raises(CourseError, match="does not say how long it takes"):
        lesson(tiny / "source", "squares")


@pytest.mark.parametrize("about", [{"minutes": "ten", "order": 1}, 3, {"minutes": 5}])
def test_metadata_of_the_wrong_kind_is_told(tiny: Path, about: object) -> None:
    notebook = tiny_notebook()
    notebook.metadata["course"] = about
    write(notebook, tiny / "source/squares/squares.ipynb")
    with pytest.raises(CourseError, match="whole numbers"):
        lesson(tiny / "source", "squares")


@pytest.mark.parametrize(
    ("lost", "says"), [("points", "'square_value' has no points"), ("grade_id", "has no grade id")]
)
def test_a_graded_cell_that_lacks_something_is_named(tiny: Path, lost: str, says: str) -> None:
    path = tiny / "source/squares/squares.ipynb"
    text = json.loads(path.read_text())
    del text["cells"][3]["metadata"]["nbgrader"][lost]
    path.write_text(json.dumps(text))
    with pytest.raises(CourseError, match=says):
        lesson(tiny / "source", "squares")


def test_what_jupyter_leaves_behind_is_no_lesson(tiny: Path) -> None:
    (tiny / "source/.ipynb_checkpoints").mkdir()
    assert [it.slug for it in lessons(tiny / "source")] == ["squares"]


def test_the_root_is_found_from_below_and_missed_outside(tiny: Path) -> None:
    assert course_root(tiny / "source" / "squares") == tiny
    with pytest.raises(CourseError, match="No course here"):
        course_root(Path("/"))
