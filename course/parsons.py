"""Parsons problems: put given lines in order, some of which may not belong.

    puzzle = parsons(["b = a + 1", "a = 1", "a == 1"])

shows the lines with letters and a program to arrange them in. What counts is the text that is handed in, so the
learner copies the letters into a solution cell, `answer = "BA"`; `program(lines, answer)` is what the check runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

from IPython.display import display

from course.card import bundle
from course.parsons_view import ParsonsView


def program(lines: Sequence[str], letters: str) -> str:
    """The source text that `letters` (spaces and case are ignored) make of `lines`.

    Raises ValueError, with one sentence, for an empty answer, an unknown letter or a letter used twice.
    """
    if type(letters) is not str:  # of a class of the learner's, the letters may be what they like
        raise ValueError('Give the letters as one string, for example "BA".')
    wanted = "".join(letters.split()).upper()
    known = ascii_uppercase[: len(lines)]
    if not wanted:
        raise ValueError("No line is chosen yet: give the letters of the lines in order.")
    for letter in wanted:
        if letter not in known:
            raise ValueError(f"There is no line {letter!r}: the lines are {known[0]} to {known[-1]}.")
        if wanted.count(letter) > 1:
            raise ValueError(f"Line {letter} is used {wanted.count(letter)} times; each line is there once.")
    return "\n".join(lines[known.index(letter)] for letter in wanted) + "\n"


class Parsons:
    """A problem on the page. Use it with its buttons, or with `add`, `remove`, `up` and `down`.

    `letters`: the present arrangement, '' at first.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        """ValueError for no lines or more lines than letters."""
        if not 1 <= len(lines) <= len(ascii_uppercase):
            raise ValueError("A Parsons problem needs 1 to 26 lines.")
        self.lines = list(lines)
        self.letters = ""
        self._view = ParsonsView(self.lines, self)

    @property
    def program(self) -> str:
        """The source text of the present arrangement, '' at first."""
        return program(self.lines, self.letters) if self.letters else ""

    def add(self, letter: str) -> None:
        """Put a line at the end of the program; ValueError if it is unknown or already there."""
        self._arrange(self.letters + letter)

    def remove(self, letter: str) -> None:
        """Take a line out of the program; ValueError if it is not there."""
        place = self._place(letter)
        self._arrange(self.letters[:place] + self.letters[place + 1 :])

    def up(self, letter: str) -> None:
        """Move a line one place towards the beginning, where it stays; ValueError if it is not there."""
        self._move(letter, -1)

    def down(self, letter: str) -> None:
        """Move a line one place towards the end, where it stays; ValueError if it is not there."""
        self._move(letter, 1)

    def _move(self, letter: str, by: int) -> None:
        old = self._place(letter)
        rest = self.letters[:old] + self.letters[old + 1 :]
        new = max(0, old + by)
        self._arrange(rest[:new] + self.letters[old] + rest[new:])

    def _place(self, letter: str) -> int:
        if len(letter) != 1 or letter.upper() not in self.letters:
            raise ValueError(f"Line {letter} is not in your program.")
        return self.letters.index(letter.upper())

    def _arrange(self, letters: str) -> None:
        if letters:
            program(self.lines, letters)  # raises before anything has changed
        self.letters = "".join(letters.split()).upper()
        self._view.show(self.letters)

    def __repr__(self) -> str:
        lines = [f"  {letter}  {line}" for letter, line in zip(ascii_uppercase, self.lines, strict=False)]
        intro = "Put these lines in order; some may not belong. Answer with their letters, first line first."
        return "\n".join([intro, *lines])

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return bundle(self._view.box, repr(self))


def parsons(lines: Sequence[str]) -> Parsons:
    """Show the lines, in the order given, as a Parsons problem."""
    problem = Parsons(lines)
    display(problem)
    return problem
