"""What a scheduler looks like: a row of buttons for each task, and a sentence about what is the matter."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from course.card import card
from course.errors import CourseError

if TYPE_CHECKING:
    from course.scheduler import Scheduler

STYLE = """<style>
.course-job { align-items: center; gap: 6px; flex-flow: row wrap; }
.course-job .jupyter-button { width: auto; min-width: 56px; }
.course-job .widget-html { flex: 1 1 220px; min-width: 0; }
.course-verdict { font-weight: 600; overflow-wrap: anywhere; }
</style>"""
MOVES = ("Run", "Fail", "Cancel")


class SchedulerView:
    """The widgets of one scheduler; `box` is what is shown."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self._lock = threading.Lock()
        self._rows: list[tuple[widgets.HTML, list[widgets.Button]]] = []
        title = f"You are the scheduler of {scheduler.workers} worker{'s' * (scheduler.workers > 1)}"
        self._head = widgets.HTML(f'{STYLE}<div class="course-kind">{title}</div>')
        self._next = widgets.Button(description="Run next", tooltip="Run the task that has waited longest")
        self._next.on_click(lambda _: self._move(scheduler.run_next))
        self._status = widgets.HTML()
        self._list = widgets.VBox()
        self.box = card(self._head, self._next, self._status, self._list)
        self.show()

    def show(self) -> None:
        """Bring everything up to date; from any thread."""
        with self._lock:
            for number in range(len(self._rows), len(self._scheduler.names)):
                self._rows.append(self._row(number))
                self._list.children = (*self._list.children, self._line(*self._rows[-1]))
            states = [self._scheduler.state(number) for number in range(len(self._rows))]
            for number, (text, buttons) in enumerate(self._rows):
                name = html.escape(self._scheduler.names[number])
                text.value = f"task {number}: <b>{name}</b> {html.escape(states[number])}"
                for button in buttons:
                    button.disabled = states[number] != "in the queue"
            self._next.disabled = "in the queue" not in states
            self._say(self._scheduler.verdict)

    def _row(self, number: int) -> tuple[widgets.HTML, list[widgets.Button]]:
        buttons = []
        for move in MOVES:
            button = widgets.Button(description=move, tooltip=f"{move} task {number}")
            method: Callable[[int], str] = getattr(self._scheduler, move.lower())
            button.on_click(lambda _, method=method: self._move(lambda: method(number)))
            buttons.append(button)
        return widgets.HTML(), buttons

    def _line(self, text: widgets.HTML, buttons: list[widgets.Button]) -> widgets.HBox:
        line = widgets.HBox([*buttons, text])
        line.add_class("course-job")
        return line

    def _move(self, move: Callable[[], Any]) -> None:
        try:
            move()
        except CourseError as error:
            self._say(error.message)

    def _say(self, sentence: str) -> None:
        self._status.value = f'<div role="status" class="course-verdict">{html.escape(sentence)}</div>'
