"""What a prediction looks like: a question, choices, a Run button, and prediction beside outcome."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets

from course.card import card

# A word and a sign carry the meaning; the colour only repeats it.
STYLE = """<style>
.course-choices .widget-radio, .course-choices .widget-radio-box { height: auto; width: 100%; margin: 0; }
.course-choices .widget-radio-box label { display: flex; flex-direction: row-reverse; justify-content: flex-end;
  align-items: flex-start; gap: 8px; height: auto; min-height: 24px; line-height: 20px; white-space: normal; }
.course-choices .widget-radio-box input { flex: none; float: none; margin: 0; height: 20px; }
.course-beside { display: flex; flex-wrap: wrap; gap: 10px; margin-bottom: 8px; }
.course-beside > div { flex: 0 1 auto; min-width: 150px; max-width: 100%; box-sizing: border-box; padding: 6px 14px;
  border-radius: 6px; background: var(--jp-layout-color2, #eee); border-left: 4px solid var(--jp-border-color1, #bbb); }
.course-beside b { display: block; font-size: 15px; overflow-wrap: anywhere; }
.course-beside .course-right { border-left-color: var(--jp-success-color1, #388e3c); }
.course-beside .course-other { border-left-color: var(--jp-warn-color1, #f57c00); }
</style>"""
RIGHT = "&#10003; As predicted. Can you say why?"
OTHER = "&#8594; Not as predicted: this is where there is something to learn. What explains it?"
FAILED = "&#9888; The experiment ended in an error. What explains it?"


class PredictView:
    """The widgets of one prediction. `box` is what is shown; `choose` and `run` are called by its controls."""

    def __init__(
        self, question: str, choices: Sequence[str], choose: Callable[[str], None], run: Callable[[], Any]
    ) -> None:
        self._choose, self._run = choose, run
        self._radios = [self._radio(choice) for choice in choices]
        self._button = widgets.Button(description="Run", disabled=True, tooltip="Choose first, then run")
        self._button.on_click(self._clicked)
        self._printed, self._result = widgets.Output(), widgets.HTML(layout=widgets.Layout(display="none"))
        kind, asked = '<div class="course-kind">Predict first</div>', html.escape(question)
        head = widgets.HTML(f'{STYLE}{kind}<div class="course-question">{asked}</div>')
        offered = widgets.VBox(self._radios)
        offered.add_class("course-choices")
        self.box = card(head, offered, self._button, self._result, self._printed)

    def _radio(self, choice: str) -> widgets.RadioButtons:
        # One group of one for each choice: inside a group only arrow keys move on, and JupyterLab takes those for
        # itself, so nobody could choose the second by keyboard. `chosen` makes them exclude each other.
        radio = widgets.RadioButtons(options=[choice], value=None)
        radio.observe(self._picked, "value")
        return radio

    def chosen(self, choice: str) -> None:
        """Show this choice, however it was made, and allow a run."""
        for radio in self._radios:
            radio.value = choice if choice in radio.options else None
        self._button.disabled, self._button.tooltip = False, "See what happens"

    def running(self) -> None:
        """Show that the experiment is under way."""
        self._button.disabled, self._button.description = True, "Running\N{HORIZONTAL ELLIPSIS}"

    def happened(self, prediction: str, outcome: str) -> None:
        """Show prediction and outcome side by side."""
        right = outcome == prediction
        self._over(prediction, "It happened", outcome, RIGHT if right else OTHER, right)

    def failed(self, prediction: str, error: str) -> None:
        """Show prediction and error side by side."""
        self._over(prediction, "It failed", error, FAILED, False)

    def _over(self, prediction: str, label: str, text: str, mark: str, right: bool) -> None:
        self._result.layout.display = ""
        kind = "course-right" if right else "course-other"
        self._result.value = (
            f'<div role="status"><div class="course-beside">'
            f"<div>You predicted: <b>{html.escape(prediction)}</b></div>"
            f'<div class="{kind}">{label}: <b>{html.escape(text)}</b></div></div>'
            f'<div class="course-question">{mark}</div></div>'
        )
        self._button.disabled, self._button.description = False, "Run again"

    def _picked(self, change: dict[str, Any]) -> None:
        if change["new"] is not None:
            self._choose(change["new"])

    def _clicked(self, _: object) -> None:
        self._printed.clear_output()
        with self._printed:  # what the experiment prints belongs here, not into some later cell
            try:
                self._run()
            except (Exception, KeyboardInterrupt, SystemExit):
                return  # the view has shown it as one sentence
