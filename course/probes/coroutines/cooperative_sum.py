"""How often does a computation let others run?"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isqrt
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import gevent
from greenlet import greenlet

from course.probes.complaint import FOREIGN
from course.probes.guard import call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import name_of
from course.probes.virtual_hub import on_virtual_hub

DEEP = 3  #: containers within containers that are looked into

HEAP_TYPE = 1 << 9  #: flag of a class that was made at run time (Py_TPFLAGS_HEAPTYPE)

_frame_of = vars(greenlet)["gr_frame"].__get__  #: a subclass may say otherwise

MANY = 100  #: turns beyond three for each step, after which others want no more: a sleep would give them thousands


@dataclass
class SumLog(Log):
    """`turns`: how often another greenlet had a turn and found that the computation had gone on since its last one.
    `in_all`: how many turns it had, whatever it found. `done_at_first`: the sum was complete already when others got
    their first turn. `midway`: at one of them the computation was somewhere in the middle.
    """

    turns: int = 0
    in_all: int = 0
    midway: bool = False
    done_at_first: bool = False


def watch_cooperative_sum(cooperative_sum: Function, n: int, every: int) -> SumLog:
    """Call `cooperative_sum(n, every)` on a virtual hub, where another greenlet wants a turn all the time."""
    log, enough = SumLog(), 3 * n + MANY

    def traced(*args: Any) -> Any:
        computing, over, ours = gevent.getcurrent(), False, traced.__code__

        def other() -> None:
            before: Any = None
            while not over and log.in_all < enough:
                log.in_all += 1
                frames = _frames(_frame_of(computing), ours)
                now = [(frame.f_lasti, *_numbers(_names(frame))) for frame in frames]
                if now != before:
                    log.turns += 1
                    log.midway |= any(_is_midway(number, n) for _, *found in now for number in found)
                    log.done_at_first |= log.turns == 1 and any(sum(range(n)) in found for _, *found in now)
                before = now
                gevent.sleep(0)

        gevent.spawn(opaque_function(other))
        try:
            return cooperative_sum(*args)
        finally:
            over = True

    traced.__name__ = name_of(cooperative_sum)
    log.end(call(on_virtual_hub(traced), n, every))
    return log


def _frames(frame: FrameType | None, end: CodeType | None) -> Iterator[FrameType]:
    """Those of a suspended greenlet; up to that of `end`, which calls a learner's, if it is there."""
    while frame is not None and frame.f_code is not end:
        yield frame
        frame = frame.f_back


def _names(frame: FrameType) -> list[Any]:
    """What a learner's frame holds; those of libraries hold nothing that a learner counts with."""
    return [] if frame.f_code.co_filename.startswith(FOREIGN) else list(frame.f_locals.values())


def _numbers(values: Any, depth: int = 0) -> Iterator[int]:
    """The whole numbers among `values`, and in what is among them; of a range its ends."""
    for value in values:
        if type(value) is int:
            yield value
        elif type(value) is range:
            yield from (value.start, value.stop)
        elif depth < DEEP:
            yield from _numbers(_within(value), depth + 1)


def _within(value: Any) -> Iterable[Any]:
    """What is in a container, in an object of a class that is written in Python, or in the frames of a greenlet.

    The kernel is asked for it: objects are a learner's own, and may answer as they like.
    """
    kind = type(value)
    if kind in (list, tuple, set):
        return list(value)
    if kind is dict:
        return list(value.values())
    if issubclass(kind, greenlet):
        return [it for frame in _frames(_frame_of(value), None) for it in _names(frame)]
    if issubclass(kind, (type, ModuleType, FunctionType)) or not kind.__flags__ & HEAP_TYPE:
        return ()
    return [it for it in gc.get_referents(value) if not issubclass(type(it), type)]


def _is_midway(number: int, n: int) -> bool:
    """True for the number of a step in the middle of `n`, and for what the steps up to there add up to."""
    return any(0.25 * n <= steps <= 0.75 * n for steps in (number, isqrt(2 * max(number, 0))))
