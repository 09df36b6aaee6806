"""Do functions run together, each in a greenlet of one thread, and does the caller wait until all have ended?

Beside them lives a greenlet that nobody knows and nobody should wait for; it sleeps longer than all functions together.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import gevent

from course.probes.complaint import is_a
from course.probes.guard import Call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import name_of
from course.probes.virtual_hub import VirtualClock, WaitsForEver, call_on_virtual_hub

AFTERWARDS = 3600.0  #: virtual seconds after which nobody sleeps on, once all functions have had time to end one by one

#: of who has caught the LoopExit by which gevent says so; as long as any other greenlet lives nobody is told
GAVE_UP = "waited for what never happens, and went on only because nobody else was left: that is no join."

MOMENT = 0.21  #: virtual seconds in which a free place is taken by whoever looks for it now and then


@dataclass
class GreenletsLog(Log):
    """Functions go by their number. `events`: `("starts", i)` and `("ends", i)` in order. `when`: virtual second in
    which each started, by number; to the hundredth if a free place had stood empty. `peak`: most in progress at once.
    `elsewhere`: those that ran on another thread. `greenlets`: number of different greenlets they ran in, without the
    caller's. `again`: those that were called more than once. `unfinished`: those that had not ended when the caller had
    its answer; `never`: those that did not even end later. `error`: number of the function whose exception reached the
    caller, else None. `waited_for_others`: a greenlet that is none of the functions' had ended by then.
    """

    events: list[tuple[str, int]] = field(default_factory=list)
    when: dict[int, float] = field(default_factory=dict)
    peak: int = 0
    elsewhere: list[int] = field(default_factory=list)
    greenlets: int = 0
    unfinished: list[int] = field(default_factory=list)
    never: list[int] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    error: int | None = None
    waited_for_others: bool = False

    @property
    def started_before_an_end(self) -> list[int]:
        """Those that had started when the first of all ended."""
        ends = [n for n, (what, _) in enumerate(self.events) if what == "ends"]
        return sorted(i for what, i in self.events[: ends[0] if ends else None] if what == "starts")


class Functions:
    """Functions that sleep `seconds[i]` virtual seconds and then return `values[i]`, or raise it if it is an error.

    With 0 seconds they come to their end without letting anybody run. If they are `alike`, they are one and the same
    function, which does at its first call what else the first would do, and so on. With `keeps` errors are returned
    like any other value. `home`: the thread they should run on.
    """

    def __init__(
        self,
        log: GreenletsLog,
        seconds: Sequence[float],
        values: Sequence[Any],
        alike: bool = False,
        keeps: bool = False,
    ) -> None:
        self.log, self.seconds, self.values, self._keeps = log, seconds, values, keeps
        self.clock = VirtualClock(sum(seconds) + AFTERWARDS)
        self.home = 0
        self._greenlets: list[Any] = []
        self._called: list[int] = []
        self._running = 0
        self._free_since = 0.0
        self.given_up = False  #: while it was called: what is left to end by itself does no harm
        self.all = [self._function(i) for i in range(len(seconds))] if not alike else self._one_for_all()

    def _function(self, i: int) -> Callable[[], Any]:
        return opaque_function(lambda: self._call(i))

    def _one_for_all(self) -> list[Callable[[], Any]]:
        turns, size = count(), len(self.seconds)
        return [opaque_function(lambda: self._call(next(turns) % size))] * size

    def _call(self, i: int) -> Any:
        if i in self._called:
            self.log.again.append(i)
        self._called.append(i)
        if threading.get_ident() != self.home:
            self.log.elsewhere.append(i)
        else:
            self._run(i)
        if isinstance(self.values[i], Exception) and not self._keeps:
            raise self.values[i]
        return self.values[i]

    def _run(self, i: int) -> None:
        self._greenlets.append(gevent.getcurrent())  # kept, so that no two have the same identity
        self.log.events.append(("starts", i))
        self.log.when[i] = self._second()
        self._running += 1
        self.log.peak = max(self.log.peak, self._running)
        if self.seconds[i]:
            self.clock.sleep(self.seconds[i])
        self._running -= 1
        self._free_since = self.clock.now
        self.log.events.append(("ends", i))

    def _second(self) -> float:
        """Now, as one would say it: who polls for a free place comes a moment late."""
        now = self.clock.now
        return round(now) if now - self._free_since <= MOMENT else round(now, 2)

    def sleep_longer(self) -> None:
        """What the greenlet does that nobody should wait for: it ends when the last of all must have ended."""
        self.clock.sleep(sum(self.seconds) + AFTERWARDS / 2)

    def note_giving_up(self) -> None:
        """The caller is back, or has failed."""
        self.given_up = self.clock.gave_up

    def in_greenlets_but(self, caller: Any) -> int:
        """Number of greenlets that they ran in, but for the caller's."""
        return len({id(greenlet) for greenlet in self._greenlets} - {id(caller)})

    def not_ended(self) -> list[int]:
        """Numbers of those that have not come to their end."""
        ended = {i for what, i in self.log.events if what == "ends"}
        return [i for i in range(len(self.seconds)) if i not in ended]

    def told(self, outcome: Call) -> Any:
        """What came back, as plain data; an error of theirs in a list is told as `the exception`."""
        if type(outcome.value) is not list:
            return outcome.value
        theirs = [[value for value in self.values if value is it and is_a(it, Exception)] for it in outcome.members]
        return ["the exception" if its else it for its, it in zip(theirs, outcome.value, strict=True)]


def watch_spawn_all(
    spawn_all: Function, seconds: Sequence[float], values: Sequence[Any], alike: bool = False, keeps: bool = False
) -> GreenletsLog:
    """Call `spawn_all(fns)` with functions that take `seconds` and return (or raise) `values`.

    If they are `alike`, it is one function, several times in the list; with `keeps` errors are returned, not raised.
    """
    return watch_functions(spawn_all, seconds, values, alike=alike, keeps=keeps)


def watch_functions(
    caller: Function, seconds: Sequence[float], values: Sequence[Any], *args: Any, **kind: bool
) -> GreenletsLog:
    """Call `caller(fns, *args)` on a virtual hub, and then let run whoever is left."""
    log = GreenletsLog()
    functions = Functions(log, seconds, values, **kind)

    def settle_afterwards(*given: Any) -> Any:
        functions.home, another = threading.get_ident(), gevent.spawn(opaque_function(functions.sleep_longer))
        try:
            return caller(*given)
        finally:
            log.unfinished = functions.not_ended()
            log.waited_for_others = another.ready()
            functions.note_giving_up()
            gevent.wait()
            log.greenlets = functions.in_greenlets_but(gevent.getcurrent())

    settle_afterwards.__name__ = name_of(caller)
    outcome = call_on_virtual_hub(settle_afterwards, functions.all[:], *args, clock=functions.clock)
    log.end(outcome)
    log.never = functions.not_ended()
    if functions.given_up and not is_a(outcome.error, WaitsForEver):
        log.returned, log.value, log.story = False, None, f"{outcome.name} {GAVE_UP}"
        return log
    log.value = functions.told(outcome)
    log.error = next((i for i, value in enumerate(values) if outcome.error is value), None)
    return log
