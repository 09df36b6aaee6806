import pytest

from course.grading.needed import names, needed

SETUP = "import time"


def test_names_that_a_cell_defines_and_uses() -> None:
    found = names("import os\nx, *y = a\ndef f(p):\n    q = p + g\n    return [z for z in q]\nclass C(B):\n    b = c")
    assert found.defines == {"os", "x", "y", "f", "C"}
    assert found.uses == {"a", "g", "B", "c", "import os"}


@pytest.mark.parametrize(("source", "defines"), [("def (", set()), ("%pip list\n!ls\nx = 1", {"x"}), ("\0", set())])
def test_what_is_no_python_defines_nothing(source: str, defines: set[str]) -> None:
    assert names(source).defines == defines


def test_demonstrations_are_left_out_and_helpers_of_helpers_come_along() -> None:
    sources = ["a = 1", "while True: pass", "def h():\n    return a", "def f():\n    return h()", "assert f()"]
    assert needed(sources, 4, SETUP, [3]) == [0, 2, 3]


def test_a_parameter_is_not_the_name_of_a_demonstration() -> None:
    sources = ["server = open_door()", "def serve(server):\n    log = []\n    return server", "log = 1 / 0", "serve(1)"]
    assert needed(sources, 3, SETUP, [1]) == [1]


def test_of_several_definitions_the_last_before_the_test_counts_else_the_first_after() -> None:
    assert needed(["h = 1", "h = 2", "assert h", "h = 3"], 2, SETUP) == [1]
    assert needed([None, "assert h", "h = 3", "h = 4"], 1, SETUP) == [2]


def test_what_set_up_and_python_define_is_there() -> None:
    assert needed(["time = print = 1", "def f():\n    print(time)", "f()"], 2, SETUP, [1]) == [1]


def test_a_module_written_by_a_cell_and_a_star() -> None:
    sources = [
        "%%writefile helper.py\ny = 1",
        "from math import *",
        "from helper import y\ndef f(): return tau * y",
        "f()",
    ]
    assert needed(sources, 3, SETUP, [2]) == [0, 1, 2]


def test_cells_that_need_each_other_are_no_endless_loop() -> None:
    assert needed(["def a(): b()", "def b(): a()", "a()"], 2, SETUP) == [0, 1]
