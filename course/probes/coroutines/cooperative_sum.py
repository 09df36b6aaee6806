"""How often does a computation let others run?"""

from __future__ import annotations

from dataclasses import dataclass
from types import FrameType
from typing import Any

import gevent
from greenlet import getcurrent, settrace

from course.probes.guard import call
from course.probes.log import Function, Log
from course.probes.virtual_hub import on_virtual_hub


@dataclass
class SumLog(Log):
    """`turns`: how often the computation switched to the hub, which then lets others run. `done_at_first`: the sum was
    complete already when others got their first turn.
    """

    turns: int = 0
    done_at_first: bool = False


def watch_cooperative_sum(cooperative_sum: Function, n: int, every: int) -> SumLog:
    """Call `cooperative_sum(n, every)` on a virtual hub."""
    log = SumLog()

    def traced(*args: Any) -> Any:
        hub = gevent.get_hub()

        def count(event: str, who: tuple[Any, Any]) -> None:
            if event == "switch" and who[1] is hub is getcurrent():  # a learner's code can call this too
                log.turns += 1
                if log.turns == 1:
                    log.done_at_first = sum(range(n)) in _numbers(who[0].gr_frame)

        settrace(count)
        try:
            return cooperative_sum(*args)
        finally:
            settrace(None)

    traced.__name__ = getattr(cooperative_sum, "__name__", "function")
    log.end(call(on_virtual_hub(traced), n, every))
    return log


def _numbers(frame: FrameType | None) -> set[int]:
    """The whole numbers in the local variables of a suspended greenlet."""
    found: set[int] = set()
    while frame is not None and frame.f_code.co_name != "traced":
        found |= {value for value in frame.f_locals.values() if type(value) is int}
        frame = frame.f_back
    return found
