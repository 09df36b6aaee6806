"""Parsons problems: put given lines in order, some of which do not belong.

    puzzle = parsons(["b = a + 1", "a = 1", "a == 1"])

shows the lines with letters and a program to arrange them in. What counts is the text that is handed in, so the
learner copies the letters into a solution cell, `answer = "BA"`; `program(lines, answer)` is what the check runs.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

import ipywidgets as widgets
from IPython.display import display

STYLE = "font-family: var(--jp-code-font-family, monospace); white-space: pre"
BUTTONS = {"up": "arrow-up", "down": "arrow-down", "remove": "times"}


def program(lines: Sequence[str], letters: str) -> str:
    """The source text that `letters` (spaces and case are ignored) make of `lines`.

    Raises ValueError, with one sentence, for an empty answer, an unknown letter or a letter used twice.
    """
    wanted = "".join(str(letters).split()).upper()
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
    """The problem on the page. `letters` is the present arrangement, `program` its source text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = dict(zip(ascii_uppercase, lines, strict=False))
        self.letters = ""
        self._pool, self._chosen = widgets.VBox(), widgets.VBox()
        self._answer = widgets.HTML()
        self._draw()

    @property
    def program(self) -> str:
        return "\n".join(self.lines[letter] for letter in self.letters)

    def add(self, letter: str) -> None:
        """Put a line at the end of the program."""
        self._arrange(self.letters + letter)

    def remove(self, letter: str) -> None:
        """Take a line out of the program."""
        self._arrange(self.letters.replace(letter, ""))

    def up(self, letter: str) -> None:
        """Move a line one place towards the beginning."""
        self._move(letter, -1)

    def down(self, letter: str) -> None:
        """Move a line one place towards the end."""
        self._move(letter, 1)

    def _move(self, letter: str, by: int) -> None:
        rest = self.letters.replace(letter, "")
        place = max(0, min(len(rest), self.letters.index(letter) + by))
        self._arrange(rest[:place] + letter + rest[place:])

    def _arrange(self, letters: str) -> None:
        self.letters = letters
        self._draw()

    def _draw(self) -> None:
        left = [letter for letter in self.lines if letter not in self.letters]
        self._pool.children = [_heading("Lines"), *(self._row(letter, {"add": "arrow-right"}) for letter in left)]
        self._chosen.children = [_heading("Your program"), *(self._row(letter, BUTTONS) for letter in self.letters)]
        shown = f'Your answer: <code>"{self.letters}"</code>' if self.letters else "Your answer: nothing chosen yet"
        self._answer.value = f'<div aria-live="polite" style="margin-top: 8px">{shown}</div>'

    def _row(self, letter: str, actions: dict[str, str]) -> widgets.HBox:
        text = widgets.HTML(f'<span style="{STYLE}"><b>{letter}</b>  {html.escape(self.lines[letter])}</span>')
        buttons = [self._button(letter, action, icon) for action, icon in actions.items()]
        return widgets.HBox([*buttons, text], layout=widgets.Layout(align_items="center"))

    def _button(self, letter: str, action: str, icon: str) -> widgets.Button:
        layout = widgets.Layout(width="34px", height="26px")
        button = widgets.Button(icon=icon, tooltip=f"{action} line {letter}", layout=layout)
        button.on_click(lambda _: getattr(self, action)(letter))
        return button

    def __repr__(self) -> str:
        lines = "\n".join(f"  {letter}  {line}" for letter, line in self.lines.items())
        return f"Arrange these lines; not all of them belong:\n{lines}"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        column = widgets.Layout(flex="1 1 380px")
        self._pool.layout = self._chosen.layout = column
        columns = widgets.HBox([self._pool, self._chosen], layout=widgets.Layout(flex_flow="row wrap", grid_gap="16px"))
        box = widgets.VBox([columns, self._answer])
        return {**box._repr_mimebundle_(), "text/plain": repr(self)}


def _heading(text: str) -> widgets.HTML:
    return widgets.HTML(f'<b style="color: var(--jp-ui-font-color1)">{text}</b>')


def parsons(lines: Sequence[str]) -> Parsons:
    """Show the lines, in the order given, as a Parsons problem."""
    problem = Parsons(lines)
    display(problem)
    return problem
