"""A crowd of clients for a server of yours, from a process of its own; what it saw, as numbers, table and picture.

Names are imported on first use: the crowd's own process needs none of the widgets.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.crowd.child import Crowd, crowd
    from course.crowd.comparison import Comparison, compare
    from course.crowd.counts import Counts
    from course.crowd.listening import Backlog, Seats, backlog, seats
    from course.crowd.panel import CrowdPanel

__all__ = ["Backlog", "Comparison", "Counts", "Crowd", "CrowdPanel", "Seats", "backlog", "compare", "crowd", "seats"]

_MODULES = {
    "child": ("Crowd", "crowd"),
    "comparison": ("Comparison", "compare"),
    "counts": ("Counts",),
    "panel": ("CrowdPanel",),
    "listening": ("Backlog", "Seats", "backlog", "seats"),
}


def __getattr__(name: str) -> Any:
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"course.crowd.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
