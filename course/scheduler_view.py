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

# The signs and colours are those of the timeline; they are drawn, not written, for a screen reader hears the word.
STYLE = """<style>
.course-jobs { border-bottom: 1px solid var(--jp-border-color2, #ddd); }
.course-job { align-items: center; gap: 4px; padding: 3px 0; border-top: 1px solid var(--jp-border-color2, #ddd); }
.course-job .jupyter-button { width: auto; flex: 0 0 auto; padding: 0 8px; margin: 0; }
.course-job .widget-html { flex: 1 1 0; min-width: 0; margin: 0 0 0 8px; }
.course-job .widget-html-content { white-space: normal; line-height: 1.35; overflow-wrap: anywhere; }
.course-state::before { content: attr(data-sign); display: inline-block; width: 18px; margin-right: 6px; color: #fff;
  line-height: 18px; text-align: center; border-radius: 3px; background: #8a6fc2; }
.course-state.on::before { background: #2b7bba; }
.course-state.finished::before { background: #2f7d46; }
.course-state.failed::before { background: #b3372f; }
.course-state.cancelled::before { background: #b5651d; }
.course-verdict { font-weight: 600; overflow-wrap: anywhere; line-height: 1.4; padding-left: 10px;
  border-left: 4px solid var(--jp-border-color2, #ccc); min-height: 2.8em; }
.course-verdict.trouble { border-color: #c9423a; }
</style>"""
SIGNS = {"in": "…", "on": "▶", "finished": "✓", "failed": "✗", "cancelled": "-"}  #: by the first word of a state
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
        self._next.button_style = "primary"
        self._next.on_click(lambda _: self._move(scheduler.run_next))
        self._status = widgets.HTML()
        self._list = widgets.VBox()
        self._list.add_class("course-jobs")
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
                kind = states[number].split()[0]
                sign = f'<span class="course-state {kind}" data-sign="{SIGNS[kind]}"></span>'
                text.value = f"{sign}task {number}: <b>{name}</b> {html.escape(states[number])}"
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
        trouble = " trouble" * sentence.startswith(("Deadlock", "Starvation"))
        self._status.value = f'<div role="status" class="course-verdict{trouble}">{html.escape(sentence)}</div>'
