"""What the what-if panel looks like: a few controls, the latest run, and the run before below it."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from course.card import card

if TYPE_CHECKING:
    from course.timeline.timeline import Timeline
    from course.what_if import Plan

STYLE = """<style>
.course-what-if { flex-flow: row wrap; gap: 6px 16px; align-items: center; }
.course-what-if .widget-toggle-buttons .jupyter-button, .course-what-if .widget-toggle-button { width: auto; }
.course-what-if .widget-label { width: auto; margin-right: 6px; }
.course-what-if .widget-text input { width: 64px; }
.course-what-if .widget-text { width: auto; }
</style>"""


class WhatIfView:
    """The widgets; `box` is what is shown. A click calls `run` with a function that gives the chosen fields."""

    def __init__(self, plan: Plan, run: Callable[[Callable[[], dict[str, Any]]], None]) -> None:
        self._fields = _controls(plan)
        self._run = run
        self._button = widgets.Button(description="Run", tooltip="Run this plan and compare it with the run before")
        self._button.button_style = "primary"
        self._button.on_click(self._clicked)
        self._status = widgets.HTML()
        self._shown = widgets.VBox()
        self._timelines: list[Timeline] = []
        controls = widgets.HBox([*self._fields.values(), self._button])
        controls.add_class("course-what-if")
        head = widgets.HTML(f'{STYLE}<div class="course-kind">What if</div>')
        self.box = card(head, controls, self._status, self._shown)

    def running(self, plan: Plan, timeline: Timeline) -> None:
        """A run begins: its timeline goes on top, the one before below."""
        for name, control in self._fields.items():
            control.value = getattr(plan, name)
        self._timelines = [timeline, *self._timelines[:1]]
        self._shown.children = tuple(self._timelines)
        self.sentence(f"Running: {plan} ...")

    def over(self, comparison: str) -> None:
        """It is over: both get one time axis."""
        longest = max(timeline.length for timeline in self._timelines)
        for timeline in self._timelines:
            timeline.until = longest
        self.sentence(comparison)

    def sentence(self, text: str) -> None:
        """Say it, for screen readers too."""
        self._status.value = f'<div role="status">{html.escape(text)}</div>'

    def _clicked(self, _: object) -> None:
        self._button.disabled = True
        try:
            self._run(lambda: {name: control.value for name, control in self._fields.items()})
        finally:
            self._button.disabled = False


def _controls(plan: Plan) -> dict[str, Any]:
    from course.what_if import KINDS, WORK

    style = {"description_width": "initial"}
    return {
        "kind": widgets.ToggleButtons(options=KINDS, value=plan.kind, tooltips=[f"Run on {kind}" for kind in KINDS]),
        "workers": widgets.BoundedIntText(value=plan.workers, min=1, max=61, description="workers", style=style),
        "tasks": widgets.BoundedIntText(value=plan.tasks, min=1, max=1000, description="tasks", style=style),
        "seconds": widgets.BoundedFloatText(
            value=plan.seconds, min=0, max=10, step=0.05, description="seconds per task", style=style
        ),
        "work": widgets.ToggleButtons(options=WORK, value=plan.work, tooltips=[f"Each task {work}" for work in WORK]),
    }
