"""What does `cooperates` say of a function, and how often did it call it?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gevent

from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import name_of
from course.probes.virtual_hub import call_on_virtual_hub

AFTERWARDS = 1.0  #: virtual seconds in which it may still call the function, which it has put off


@dataclass
class CooperatesLog(Log):
    """`calls`: how often the function was called, afterwards too."""

    calls: int = 0


def watch_cooperates(cooperates: Function, function: Callable[[], Any]) -> CooperatesLog:
    """Call `cooperates(function)` on a virtual hub."""
    log = CooperatesLog()

    def counted() -> Any:
        log.calls += 1
        return function()

    def scene(handed: Function) -> Any:
        gevent.sleep(0)  # whoever asks the hub whether anybody ever had a turn hears nothing new
        try:
            return cooperates(handed)
        finally:
            gevent.sleep(AFTERWARDS)

    scene.__name__ = name_of(cooperates)
    log.end(call_on_virtual_hub(scene, opaque_function(counted)))
    return log
