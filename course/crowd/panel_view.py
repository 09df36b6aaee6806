"""What a crowd looks like in a notebook: a few numbers, Start and Stop, and what happens while it happens."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from course.card import card
from course.crowd.counts import CLOSED, TALKED, Counts, milliseconds

STYLE = """<style>
.course-crowd-tiles { display: flex; flex-wrap: wrap; gap: 8px; margin: 2px 0; }
.course-crowd-tiles > div { min-width: 96px; padding: 6px 12px; border-radius: 6px; box-sizing: border-box;
  background: var(--jp-layout-color2, #eee); font-size: 12px; }
.course-crowd-tiles b { display: block; font-size: 17px; font-variant-numeric: tabular-nums; }
</style>"""


class PanelView:
    """The widgets of one panel. `box` is what is shown; `start` and `stop` are called by its buttons."""

    def __init__(
        self, n: int, messages: int, idle: float, start: Callable[[], object], stop: Callable[[], object]
    ) -> None:
        self.n = widgets.IntText(n, description="clients", **_sized(150))
        self.messages = widgets.IntText(messages, description="messages each", **_sized(190))
        self.idle = widgets.FloatSlider(
            idle, min=0, max=1, step=0.05, readout_format=".0%", description="stay silent", **_sized(270)
        )
        self.rush = widgets.Checkbox(False, indent=False, description="all knock at once", **_sized(160))
        self._start = widgets.Button(description="Start", tooltip="Send the crowd")
        self._stop = widgets.Button(description="Stop", tooltip="Call the crowd back", disabled=True)
        self._start.on_click(lambda _: start())
        self._stop.on_click(lambda _: stop())
        self._state = widgets.HTML()
        head = widgets.HTML(f'{STYLE}<div class="course-kind">A crowd for your server</div>')
        fields = [self.n, self.messages, self.idle, self.rush]
        wrap = widgets.Layout(flex_flow="row wrap", grid_gap="12px")
        self.box = card(head, widgets.HBox(fields, layout=wrap), widgets.HBox([self._start, self._stop]), self._state)

    def running(self, runs: bool) -> None:
        """A crowd is under way, or no more."""
        self._start.disabled, self._stop.disabled = runs, not runs

    def show(self, counts: Counts, seats: str) -> None:
        """Show how far the crowd is, and in `seats` how the system sees the server's connections."""
        self._state.value = f"{tiles(counts)}{_note(seats)}"

    def sentence(self, text: str) -> None:
        """Show a sentence instead of counts."""
        self._state.value = f'<div class="course-question" role="status">&#9888; {html.escape(text)}</div>'


def tiles(counts: Counts) -> str:
    """HTML of what was counted."""
    shown = [("connected", f"{counts.connected:,} of {counts.n:,}"), ("got all answers", f"{counts.answered:,}")]
    shown += [("requests", f"{counts.requests:,}")]
    if counts.phase in (TALKED, CLOSED) and counts.requests:
        shown += [("requests a second", f"{counts.per_second:,.0f}")]
    if counts.p50 is not None and counts.p99 is not None:
        shown += [("half within", milliseconds(counts.p50)), ("99 % within", milliseconds(counts.p99))]
    shown += [(f"failed: {reason}", f"{count:,}") for reason, count in counts.failed.items()]
    cells = "".join(f"<div><b>{html.escape(value)}</b>{html.escape(name)}</div>" for name, value in shown)
    return f'<div class="course-note">{counts.phase}</div><div class="course-crowd-tiles">{cells}</div>'


def _note(text: str) -> str:
    return f'<div class="course-note">{html.escape(text)}</div>' if text else ""


def _sized(pixels: int) -> dict[str, Any]:
    """A control of this width, whose label takes the room it needs."""
    return {"layout": widgets.Layout(width=f"{pixels}px"), "style": {"description_width": "initial"}}
