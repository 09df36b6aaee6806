"""The timeline as a widget: lanes that grow while the code runs.

Only what is new or changed travels, about twenty times a second, in one of a ring of traits. A trait reaches the page
also while a cell blocks the kernel, and a ring because the page may be late: it finds the batches it has missed in the
other traits, and asks for everything only if it was later than the ring is long.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from course.card import bundle
from course.timeline.items import Item
from course.timeline.layout import METRICS
from course.timeline.legend import LEGEND, SIGNS

RING = 64
NOTHING: dict[str, Any] = {}
DIGITS = 7  #: of a second; a tenth of a microsecond is enough for any screen

_parts = {f"part{n}": traitlets.Dict().tag(sync=True) for n in range(RING)}
_meta: Any = type(anywidget.AnyWidget)  # adds the traits to a class; a loop in the class's body cannot
_Ring: Any = _meta("_Ring", (anywidget.AnyWidget,), {**_parts, "__module__": __name__})


class Timeline(_Ring):  # type: ignore[misc]
    """A picture that grows. Feed it with `push`; `text` is what readers without a front end get."""

    _esm = Path(__file__).with_suffix(".js")
    _css = Path(__file__).with_suffix(".css")
    metrics = traitlets.Dict(METRICS).tag(sync=True)
    legend = traitlets.List([list(entry) for entry in LEGEND]).tag(sync=True)
    signs = traitlets.Dict(SIGNS).tag(sync=True)
    ring = traitlets.Int(RING).tag(sync=True)
    until = traitlets.Float(0.0, help="the time axis is at least this long, in seconds").tag(sync=True)
    title = traitlets.Unicode("Timeline").tag(sync=True)

    def __init__(self, text: str = "Timeline", **traits: Any) -> None:
        super().__init__(**traits)
        self.text = text
        self._items: dict[int, Item] = {}
        self._batch = 0
        self._last = NOTHING
        self.on_msg(self._asked)

    def push(self, changes: Mapping[int, Item], now: float, over: bool = False) -> None:
        """Send these items, by number, and the time it is (seconds). From any thread, but one at a time."""
        self._items.update(changes)
        self._last = {"batch": self._batch, "now": round(now, DIGITS), "over": over, "items": _wire(changes)}
        self.set_trait(f"part{self._batch % RING}", self._last)
        self._batch += 1

    @property
    def length(self) -> float:
        """Seconds that the picture covers so far."""
        return float(self._last.get("now", 0.0))

    def _asked(self, _: Any, content: Any, buffers: Any) -> None:
        """The page has missed something, or was opened again: send it all."""
        if content == "everything" and self._last:
            self.send({**self._last, "items": _wire(dict(self._items)), "all": True})

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return bundle(_Shown(self), self.text)


class _Shown:
    """What `bundle` needs of a widget: the view, without the text."""

    def __init__(self, widget: Timeline) -> None:
        self._widget = widget

    def _repr_mimebundle_(self) -> dict[str, Any]:
        data = anywidget.AnyWidget._repr_mimebundle_(self._widget) or ({}, {})
        return dict(data[0] if isinstance(data, tuple) else data)


def _wire(items: Mapping[int, Item]) -> list[list[Any]]:
    """`[number, type, fields...]` for each item."""
    return [[number, type(item).__name__, *vars(item).values()] for number, item in items.items()]
