from typing import Any

import ipywidgets as widgets
import pytest
from IPython.core.formatters import DisplayFormatter

from course.parsons import Parsons, parsons, program

LINES = ["    total += n", "total = 0", "for n in range(3):", "total == 0"]


def find(box: Any, kind: type) -> list[Any]:
    """All visible widgets of a kind in a box, from top to bottom."""
    if getattr(box, "layout", None) is not None and box.layout.display == "none":
        return []
    inside = [widget for child in getattr(box, "children", []) for widget in find(child, kind)]
    return [box, *inside] if isinstance(box, kind) else inside


def press(puzzle: Parsons, tooltip: str) -> None:
    (button,) = [b for b in find(puzzle._view.box, widgets.Button) if b.tooltip == tooltip]
    assert not button.disabled
    button.click()


def answer(puzzle: Parsons) -> str:
    return str(find(puzzle._view.box, widgets.HTML)[-1].value)


def test_letters_make_a_program_that_runs() -> None:
    source = program(LINES, "BCA")
    names: dict[str, Any] = {}
    exec(source, names)
    assert source == "total = 0\nfor n in range(3):\n    total += n\n"
    assert names["total"] == 3


def test_case_and_spaces_do_not_matter() -> None:
    assert program(LINES, " b, c a".replace(",", "")) == program(LINES, "BCA")


@pytest.mark.parametrize(
    ("letters", "sentence"),
    [
        ("BXA", r"^There is no line 'X': the lines are A to D\.$"),
        ("B,A", r"^There is no line ',': the lines are A to D\.$"),
        ("BAB", r"^Line B is used 2 times; each line is there once\.$"),
        ("", r"^No line is chosen yet: give the letters of the lines in order\.$"),
        (None, r'^Give the letters as one string, for example "BA"\.$'),
        (["B", "A"], r'^Give the letters as one string, for example "BA"\.$'),
    ],
)
def test_an_answer_that_makes_no_program_gets_one_sentence(letters: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        program(LINES, letters)


def test_arranging_from_code() -> None:
    puzzle = parsons(LINES)
    assert (puzzle.letters, puzzle.program) == ("", "")
    for letter in "abc":
        puzzle.add(letter)
    puzzle.up("B")
    puzzle.down("A")
    assert (puzzle.letters, puzzle.program) == ("BCA", program(LINES, "BCA"))
    puzzle.remove("C")
    assert puzzle.letters == "BA"


@pytest.mark.parametrize(("move", "letter"), [("up", "B"), ("down", "A")])
def test_a_line_at_the_end_stays_there(move: str, letter: str) -> None:
    puzzle = parsons(LINES)
    puzzle.add("B")
    puzzle.add("A")
    getattr(puzzle, move)(letter)
    assert puzzle.letters == "BA"


@pytest.mark.parametrize(
    ("action", "letter", "sentence"),
    [
        ("add", "B", "Line B is used 2 times"),
        ("add", "Z", "There is no line 'Z'"),
        ("remove", "A", "Line A is not in your program"),
        ("up", "", "Line  is not in your program"),
    ],
)
def test_what_cannot_be_done_changes_nothing(action: str, letter: str, sentence: str) -> None:
    puzzle = parsons(LINES)
    puzzle.add("B")
    with pytest.raises(ValueError, match=sentence):
        getattr(puzzle, action)(letter)
    assert puzzle.letters == "B"


def test_arranging_with_the_buttons() -> None:
    puzzle = parsons(LINES)
    for tooltip in ("Add line A", "Add line B", "Add line D", "Add line C"):
        press(puzzle, tooltip)
    for tooltip in ("Move line B up", "Remove line D", "Move line A down"):
        press(puzzle, tooltip)
    assert puzzle.letters == "BCA"
    assert '"BCA"' in answer(puzzle)


def test_every_line_can_be_used_and_taken_out_again() -> None:
    puzzle = parsons(LINES)
    for letter in "ABCD":
        press(puzzle, f"Add line {letter}")
    for letter in "DACB":
        press(puzzle, f"Remove line {letter}")
    assert puzzle.letters == ""
    assert "no line chosen yet" in answer(puzzle)


def test_a_used_line_cannot_be_added_until_it_is_taken_out() -> None:
    puzzle = parsons(LINES)
    add = next(b for b in find(puzzle._view.box, widgets.Button) if b.tooltip == "Add line A")
    press(puzzle, "Add line A")
    assert add.disabled
    press(puzzle, "Remove line A")
    assert not add.disabled


def test_markup_in_a_line_is_text() -> None:
    puzzle = parsons(["a <b> & c"])
    assert any("a &lt;b&gt; &amp; c" in text.value for text in find(puzzle._view.box, widgets.HTML))


@pytest.mark.parametrize("lines", [[], ["pass"] * 27])
def test_there_are_as_many_lines_as_letters(lines: list[str]) -> None:
    with pytest.raises(ValueError, match="1 to 26 lines"):
        parsons(lines)


TEXT = """\
Put these lines in order; some may not belong. Answer with their letters, first line first.
  A      total += n
  B  total = 0
  C  for n in range(3):
  D  total == 0"""


def test_what_a_notebook_stores_is_the_same_each_time() -> None:
    first, second = (DisplayFormatter().format(parsons(LINES))[0] for _ in range(2))
    assert first["text/plain"] == second["text/plain"] == TEXT
    assert set(first) == {"text/plain", "application/vnd.jupyter.widget-view+json"}
