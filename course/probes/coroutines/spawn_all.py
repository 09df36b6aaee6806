"""Do functions run together, each in a greenlet of one thread, and does the caller wait until all have ended?"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import gevent

from course.probes.guard import call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import name_of
from course.probes.virtual_hub import VirtualClock, on_virtual_hub

AFTERWARDS = 3600.0  #: virtual seconds after which nobody sleeps on, once all functions have had time to end one by one

MOMENT = 0.21  #: virtual seconds in which a free place is taken by whoever looks for it now and then


@dataclass
class GreenletsLog(Log):
    """Functions go by their number. `events`: `("starts", i)` and `("ends", i)` in order. `when`: virtual second in
    which each started, by number; to the hundredth if a free place had stood empty. `peak`: most in progress at once.
    `elsewhere`: those that ran on another thread. `greenlets`: number of different greenlets they ran in. `unfinished`:
    those that had not ended when the caller had its answer; `never`: those that did not even end later. `error`: number
    of the function whose exception reached the caller, else None.
    """

    events: list[tuple[str, int]] = field(default_factory=list)
    when: dict[int, float] = field(default_factory=dict)
    peak: int = 0
    elsewhere: list[int] = field(default_factory=list)
    greenlets: int = 0
    unfinished: list[int] = field(default_factory=list)
    never: list[int] = field(default_factory=list)
    error: int | None = None

    @property
    def started_before_an_end(self) -> list[int]:
        """Those that had started when the first of all ended."""
        ends = [n for n, (what, _) in enumerate(self.events) if what == "ends"]
        return sorted(i for what, i in self.events[: ends[0] if ends else None] if what == "starts")


class Functions:
    """Functions that sleep `seconds[i]` virtual seconds and then return `values[i]`, or raise it if it is an error.

    `home`: the thread they should run on.
    """

    def __init__(self, log: GreenletsLog, seconds: Sequence[float], values: Sequence[Any]) -> None:
        self.log, self.seconds, self.values = log, seconds, values
        self.clock = VirtualClock(sum(seconds) + AFTERWARDS)
        self.home = 0
        self._greenlets: list[Any] = []
        self._running = 0
        self._free_since = 0.0
        self.all = [self._function(i) for i in range(len(seconds))]

    def _function(self, i: int) -> Callable[[], Any]:
        def function() -> Any:
            if threading.get_ident() != self.home:
                self.log.elsewhere.append(i)
            else:
                self._run(i)
            if isinstance(self.values[i], Exception):
                raise self.values[i]
            return self.values[i]

        return opaque_function(function)

    def _run(self, i: int) -> None:
        self._greenlets.append(gevent.getcurrent())  # kept, so that no two have the same identity
        self.log.greenlets = len({id(greenlet) for greenlet in self._greenlets})
        self.log.events.append(("starts", i))
        self.log.when[i] = self._second()
        self._running += 1
        self.log.peak = max(self.log.peak, self._running)
        self.clock.sleep(self.seconds[i])
        self._running -= 1
        self._free_since = self.clock.now
        self.log.events.append(("ends", i))

    def _second(self) -> float:
        """Now, as one would say it: who polls for a free place comes a moment late."""
        now = self.clock.now
        return round(now) if now - self._free_since <= MOMENT else round(now, 2)

    def not_ended(self) -> list[int]:
        """Numbers of those that have not come to their end."""
        return [i for i in range(len(self.seconds)) if ("ends", i) not in self.log.events]


def watch_spawn_all(spawn_all: Function, seconds: Sequence[float], values: Sequence[Any]) -> GreenletsLog:
    """Call `spawn_all(fns)` with functions that take `seconds` and return (or raise) `values`."""
    return watch_functions(spawn_all, seconds, values)


def watch_functions(caller: Function, seconds: Sequence[float], values: Sequence[Any], *args: Any) -> GreenletsLog:
    """Call `caller(fns, *args)` on a virtual hub, and then let run whoever is left."""
    log = GreenletsLog()
    functions = Functions(log, seconds, values)

    def settle_afterwards(*given: Any) -> Any:
        functions.home = threading.get_ident()
        try:
            return caller(*given)
        finally:
            log.unfinished = functions.not_ended()
            gevent.wait()

    settle_afterwards.__name__ = name_of(caller)
    outcome = call(on_virtual_hub(settle_afterwards, functions.clock), functions.all[:], *args)
    log.end(outcome)
    log.never = functions.not_ended()
    log.error = next((i for i, value in enumerate(values) if outcome.error is value), None)
    return log
