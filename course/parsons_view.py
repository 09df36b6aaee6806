"""What a Parsons problem looks like: the lines, the program made of them, and the letters to copy.

Every row exists from the start and is filled, emptied or hidden, never made anew: a new row would be a new element
on the page, and whoever works with the keyboard would lose the focus at each step.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from string import ascii_uppercase
from typing import Any, Protocol

import ipywidgets as widgets

from course.card import card

STYLE = """<style>
.course-line { display: flex; gap: 10px; align-items: baseline; white-space: pre;
  font-family: var(--jp-code-font-family, monospace); font-size: 12px; }
.course-line code { background: none; color: var(--jp-content-font-color1, #222); font: inherit; padding: 0; }
.course-line b { color: var(--jp-brand-color1, #1976d2); min-width: 1em; }
.course-column .jupyter-button { padding: 0; font-size: 15px; font-weight: 600; }
.course-used { opacity: .45; text-decoration: line-through; }
.course-column { border: 1px solid var(--jp-border-color2, #ccc); border-radius: 6px; padding: 6px 8px 8px;
  background: var(--jp-cell-editor-background, #f7f7f7); }
.course-column .widget-html, .course-column .widget-html-content { overflow: visible; }
.course-answer code { font-size: 15px; padding: 2px 8px; border-radius: 4px; user-select: all;
  background: var(--jp-layout-color2, #eee); color: var(--jp-content-font-color1, #222); }
</style>"""
# Pixels. They decide when the two columns no longer fit side by side, before any line is in the program: with widths
# taken from what is there at the moment, the page would jump when a long line moves.
CHARACTER, BUTTON, LETTER = 7.3, 30, 45
EMPTY = '<span class="course-note">Nothing here yet: add lines in the order they should run.</span>'


class Arranger(Protocol):
    """What the buttons call, each with a letter."""

    letters: str

    def add(self, letter: str) -> None: ...
    def remove(self, letter: str) -> None: ...
    def up(self, letter: str) -> None: ...
    def down(self, letter: str) -> None: ...


class ParsonsView:
    """The widgets of one problem. `box` is what is shown."""

    def __init__(self, lines: Sequence[str], arranger: Arranger) -> None:
        self._lines, self._arranger = dict(zip(ascii_uppercase, lines, strict=False)), arranger
        self._given = {letter: self._given_row(letter) for letter in self._lines}
        self._slots = [self._slot(place) for place in range(len(self._lines))]
        self._empty, self._answer = widgets.HTML(EMPTY), widgets.HTML()
        longest = CHARACTER * max(map(len, lines))
        columns = [
            _column("Lines", [row.box for row in self._given.values()], longest + BUTTON + LETTER),
            _column("Your program", [self._empty, *(row.box for row in self._slots)], longest + 3 * BUTTON + LETTER),
        ]
        wrap = widgets.Layout(flex_flow="row wrap", grid_gap="12px", align_items="stretch")
        head = widgets.HTML(f'{STYLE}<div class="course-kind">Put the lines in order</div>')
        self.box = card(head, widgets.HBox(columns, layout=wrap), self._answer)
        self.show("")

    def show(self, letters: str) -> None:
        """Show this arrangement."""
        for letter, row in self._given.items():
            used = letter in letters
            row.text.value = _line(letter, self._lines[letter], used)
            row.buttons["add"].disabled = used
        for place, slot in enumerate(self._slots):
            slot.fill(letters[place : place + 1], self._lines)
        self._empty.layout.display = "none" if letters else ""
        shown = f'<code>"{letters}"</code>' if letters else '<span class="course-note">no line chosen yet</span>'
        self._answer.value = f'<div class="course-answer" role="status">Your answer: {shown}</div>'

    def _given_row(self, letter: str) -> Row:
        row = Row({"add": "+"}, lambda action: self._add(letter))
        row.buttons["add"].tooltip = f"Add line {letter}"
        return row

    def _slot(self, place: int) -> Row:
        return Row(
            {"up": "\N{UPWARDS ARROW}", "down": "\N{DOWNWARDS ARROW}", "remove": "\N{MULTIPLICATION SIGN}"},
            lambda action: self._change(action, place),
        )

    def _add(self, letter: str) -> None:
        """The pressed button goes out; the focus goes on to the next that is left."""
        self._arranger.add(letter)
        order = [*self._lines] * 2
        after = order[order.index(letter) + 1 :]
        left = [other for other in after if other not in self._arranger.letters]
        if left:
            self._given[left[0]].buttons["add"].focus()

    def _change(self, action: str, place: int) -> None:
        """The focus follows the line, so that the same key pressed again moves the same line on."""
        letter = self._arranger.letters[place]
        getattr(self._arranger, action)(letter)
        letters = self._arranger.letters
        if letters:
            there = letters.index(letter) if letter in letters else min(place, len(letters) - 1)
            self._slots[there].buttons[action].focus()


class Row:
    """One line with its buttons."""

    def __init__(self, signs: dict[str, str], press: Callable[[str], None]) -> None:
        self.buttons = {action: _button(action, sign, press) for action, sign in signs.items()}
        self.text = widgets.HTML(layout=widgets.Layout(flex="1 0 auto"))
        self.box = widgets.HBox(
            [*self.buttons.values(), self.text], layout=widgets.Layout(align_items="center", overflow="visible")
        )

    def fill(self, letter: str, lines: dict[str, str]) -> None:
        """Show the line with this letter; hide the row if there is none."""
        self.box.layout.display = "flex" if letter else "none"
        if letter:
            self.text.value = _line(letter, lines[letter], used=False)
            for action, button in self.buttons.items():
                button.tooltip = f"Remove line {letter}" if action == "remove" else f"Move line {letter} {action}"


def _button(action: str, sign: str, press: Callable[[str], None]) -> widgets.Button:
    # A character, no icon: screen readers would read an icon font's private character and leave out the tooltip.
    button = widgets.Button(
        description=sign, layout=widgets.Layout(width=f"{BUTTON - 4}px", height="26px", flex="0 0 auto")
    )
    button.on_click(lambda _: press(action))
    return button


def _column(title: str, rows: list[Any], width: float) -> widgets.VBox:
    heading = widgets.HTML(f'<span class="course-note">{title}</span>')
    column = widgets.VBox([heading, *rows], layout=widgets.Layout(flex=f"1 1 {width:.0f}px", overflow="auto"))
    column.add_class("course-column")
    return column


def _line(letter: str, line: str, used: bool) -> str:
    kind = "course-used" if used else ""
    return f'<div class="course-line"><b>{letter}</b><code class="{kind}">{html.escape(line)}</code></div>'
