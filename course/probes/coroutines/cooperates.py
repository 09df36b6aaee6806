"""What does `cooperates` say of a function, and how often did it call it?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from course.probes.guard import call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.virtual_hub import on_virtual_hub


@dataclass
class CooperatesLog(Log):
    """`calls`: how often the function was called."""

    calls: int = 0


def watch_cooperates(cooperates: Function, function: Callable[[], Any]) -> CooperatesLog:
    """Call `cooperates(function)` on a virtual hub."""
    log = CooperatesLog()

    def counted() -> Any:
        log.calls += 1
        return function()

    log.end(call(on_virtual_hub(cooperates), opaque_function(counted)))
    return log
