import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.lessons import lessons
from course.source_rules import broken_rules
from tests.tiny_course import ROOT, grade, tiny_notebook, write


@pytest.mark.parametrize("slug", [it.slug for it in lessons(ROOT / "source")])
def test_the_source_keeps_the_rules(slug: str) -> None:
    assert broken_rules(ROOT / "source" / slug / f"{slug}.ipynb") == []


def test_a_good_notebook_breaks_none(tiny: Path) -> None:
    assert broken_rules(tiny / "source/squares/squares.ipynb") == []


def copy_test_cell(notebook: Any) -> None:
    notebook.cells.append(notebook.cells[3].copy())
    notebook.cells[4].update(id="copy", execution_count=4)


def delete_test_cell(notebook: Any) -> None:
    del notebook.cells[3]


def rename_test_cell(notebook: Any) -> None:
    notebook.cells[3].metadata.nbgrader.grade_id = "cube_value"


def two_setups(notebook: Any) -> None:
    notebook.cells[2].metadata["tags"] = ["setup"]


def not_run(notebook: Any) -> None:
    notebook.cells[3].execution_count = None


def ignore_output(notebook: Any) -> None:
    notebook.cells[1].source = "# NBVAL_IGNORE_OUTPUT\nimport math"


def bare_assert(notebook: Any) -> None:
    notebook.cells[3].source = '"""A sentence."""\nassert square(3) == 9'


def no_sentence(notebook: Any) -> None:
    notebook.cells[3].source = 'assert square(3) == 9, "no"'


def no_python(notebook: Any) -> None:
    notebook.cells[3].source = '"""A sentence."""\n!ls'


def skip_it(notebook: Any) -> None:
    notebook.cells[1].metadata["tags"] = ["setup", "nbval-skip"]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (copy_test_cell, "2 cells have the grade id 'square_value' (a copied cell?)"),
        (delete_test_cell, "the solution cell 'square' has no test cell square_<word> (deleted?)"),
        (rename_test_cell, "the test cell 'cube_value' belongs to no solution cell"),
        (two_setups, "2 cells have the tag 'setup'"),
        (not_run, "its execution counts are not 1, 2, 3, ...: run `make outputs`"),
        (ignore_output, "1 of 3 code cells ignore their output"),
        (ignore_output, "without saying why"),
        (bare_assert, "has an assert without a message"),
        (no_sentence, "does not begin with a sentence"),
        (no_python, "the test cell 'square_value' is no Python, in its line 2"),
        (skip_it, "the cell 'setup' hides from nbval"),
    ],
)
def test_each_broken_rule_is_one_sentence(tiny: Path, spoil: Callable[[Any], None], says: str) -> None:
    notebook = tiny_notebook()
    spoil(notebook)
    problems = broken_rules(write(notebook, tiny / "source/squares/squares.ipynb"))
    assert any(says in problem for problem in problems), problems


def test_a_stray_file_would_be_released(tiny: Path) -> None:
    (tiny / "source/squares/answers.py").write_text("")
    assert "answers.py lies beside it" in broken_rules(tiny / "source/squares/squares.ipynb")[0]


def test_two_cells_with_one_id_are_told(tiny: Path) -> None:
    path = tiny / "source/squares/squares.ipynb"
    path.write_text(path.read_text().replace('"id": "test"', '"id": "square"'))
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # nbformat's own words would come on top
        assert "2 cells have the id 'square'" in broken_rules(path)[0]


def test_a_cell_without_an_id_is_told(tiny: Path) -> None:
    path = tiny / "source/squares/squares.ipynb"
    path.write_text(path.read_text().replace('"id": "test",', ""))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "1 cells have no id" in broken_rules(path)[0]


def test_a_test_of_a_longer_name_does_not_stand_in_for_a_deleted_one(tiny: Path) -> None:
    notebook = tiny_notebook()
    longer = notebook.cells[2].copy()
    longer.update(id="longer", metadata=grade("square_all", solution=True))
    notebook.cells.insert(3, longer)
    notebook.cells[4].metadata.nbgrader.grade_id = "square_all_value"
    problems = broken_rules(write(notebook, tiny / "source/squares/squares.ipynb"))
    assert any("'square' has no test cell" in problem for problem in problems), problems
    assert not any("'square_all' has no test cell" in problem for problem in problems), problems
