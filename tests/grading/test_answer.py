import pytest

from course.grading.answer import solution_cells
from course.grading.plan import Exercise, Plan, defined_names

PLAN = Plan(
    "tiny",
    "import os",
    {
        "one": Exercise("one", "def one():\n    pass"),
        "both": Exercise("both", "def left():\n    pass\n\ndef right():\n    pass"),
        "letters": Exercise("letters", 'letters = "AB"'),
    },
)


def test_each_exercise_gets_its_own_definitions_and_the_imports() -> None:
    cells = solution_cells(PLAN, "import os\n\ndef one():\n    return os\n\nletters = 'X'\n")
    assert cells["one"] == "import os\n\ndef one():\n    return os"
    assert cells["letters"] == "import os\n\nletters = 'X'"
    assert cells["both"] is None


def test_helpers_come_along_and_so_does_an_exercise_that_is_called() -> None:
    cells = solution_cells(PLAN, "def help():\n    return one()\n\ndef one():\n    return 1\n\nleft = right = help\n")
    assert cells["both"] is not None
    assert "def one" in cells["both"]
    assert "def help" in cells["both"]


def test_a_mistake_in_one_exercise_stays_out_of_the_others() -> None:
    cells = solution_cells(PLAN, "def one():\n    return 1\n\nletters = 1 / 0\n")
    assert "1 / 0" not in str(cells["one"])


def test_half_an_exercise_is_completed_with_an_unanswered_half() -> None:
    cell = solution_cells(PLAN, "def left():\n    return 1\n")["both"]
    assert cell is not None
    names: dict[str, object] = {}
    exec(cell, names)
    with pytest.raises(NotImplementedError):
        names["right"]()  # type: ignore[operator]


def test_what_is_not_python_is_told() -> None:
    with pytest.raises(SyntaxError):
        solution_cells(PLAN, "def one(:")


def test_defined_names_are_those_of_the_top_level() -> None:
    source = "import os\na, (b, c) = 1, (2, 3)\nd: int = 4\nclass E: pass\ndef f():\n    g = 1\nasync def h(): pass"
    assert defined_names(source) == ["a", "b", "c", "d", "E", "f", "h"]
