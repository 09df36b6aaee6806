"""Where everything goes, in pixels. The widget is told the same numbers, so both pictures look alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from course.timeline.items import Bar, Lane, Step, Wait

#: Heights and widths, for the widget too (`timeline.js` reads them as `metrics`).
METRICS = {"left": 158, "top": 22, "row": 28, "bar": 20, "wait": 5, "queue": 38, "inset": 3, "right": 12, "bottom": 6}
NAME = 21  #: characters of a lane's name that fit

Scale = Callable[[float], float]


class Row(NamedTuple):
    """A lane and its vertical place."""

    lane: Lane
    y: float
    height: float


def rows(lanes: Sequence[Lane]) -> list[Row]:
    """The lanes from top to bottom."""
    found, y = [], float(METRICS["top"])
    for lane in lanes:
        height = METRICS["queue" if lane.kind == "queue" else "row"]
        found.append(Row(lane, y, height))
        y += height
    return found


def scale(begin: float, end: float, width: float) -> Scale:
    """Seconds to pixels, for a picture of `width` pixels."""
    pixels = width - METRICS["left"] - METRICS["right"]
    per_second = pixels / (end - begin) if end > begin else 0.0
    return lambda time: METRICS["left"] + (time - begin) * per_second


def ticks(begin: float, end: float, most: int = 8) -> list[float]:
    """Round times between `begin` and `end`, at most `most`."""
    span = end - begin
    if span <= 0:
        return [begin]
    step = next(s for s in _round_steps() if span / s <= most)
    first = -(-begin // step)
    return [(first + n) * step for n in range(int(span / step) + 1) if (first + n) * step <= end]


def _round_steps() -> Iterable[float]:
    """1, 2, 5, 10, ... microseconds."""
    unit = 1e-6
    while True:
        yield from (unit, 2 * unit, 5 * unit)
        unit *= 10


def tick_text(time: float, step: float) -> str:
    """`0.25 s`, with as many digits as the step needs."""
    if step >= 0.1 or time == 0:
        return f"{time:.1f} s" if step < 1 else f"{time:.0f} s"
    return f"{time * 1000:.0f} ms" if step >= 0.001 else f"{time * 1000:.3f} ms"


def merged(bars: Iterable[Bar], x: Scale, end: float) -> list[tuple[Bar, float, int]]:
    """(first bar, its end in seconds, how many): bars of one look that lie within one pixel are drawn as one."""
    found: list[tuple[Bar, float, int]] = []
    for bar in sorted(bars, key=lambda bar: (bar.lane, bar.depth, bar.start)):
        stop = end if bar.end is None else bar.end
        if found and _together(found[-1], bar, stop, x):
            first, _, number = found[-1]
            found[-1] = (first, stop, number + 1)
        else:
            found.append((bar, stop, 1))
    return found


def _together(group: tuple[Bar, float, int], bar: Bar, stop: float, x: Scale) -> bool:
    first, end, number = group
    thin = number > 1 or x(end) - x(first.start) < 1
    alike = (first.lane, first.depth, first.state, first.task < 0) == (bar.lane, bar.depth, bar.state, bar.task < 0)
    return alike and thin and bar.task >= 0 and x(stop) - x(bar.start) < 1 and x(bar.start) - x(end) < 1


def naps(waits: Iterable[Wait], x: Scale, end: float) -> list[tuple[Wait, float]]:
    """(first wait, its end in seconds): short waits within one pixel of each other are drawn as one."""
    found: list[tuple[Wait, float]] = []
    for wait in sorted(waits, key=lambda wait: wait.start):
        stop = end if wait.end is None else wait.end
        if found and x(wait.start) - x(found[-1][1]) < 1 and x(stop) - x(wait.start) < 8:
            found[-1] = (found[-1][0], stop)
        else:
            found.append((wait, stop))
    return found


class Turn(NamedTuple):
    """A greenlet runs from `start` to `stop`, for `busy` seconds in all."""

    start: float
    stop: float
    busy: float


def turns(life: Bar, waits: Iterable[Wait], x: Scale, end: float) -> list[Turn]:
    """When a greenlet ran: its life without its waits, for it does one or the other. Turns within one pixel are one."""
    found: list[Turn] = []
    over = end if life.end is None else life.end
    start = life.start
    stops = [(wait.start, over if wait.end is None else wait.end) for wait in waits]
    for stop, again in [*sorted(stops), (over, over)]:
        if start < over:
            turn = Turn(start, min(stop, over), min(stop, over) - start)
            if found and x(start) - x(found[-1].stop) < 1:
                turn = Turn(found[-1].start, turn.stop, found[-1].busy + turn.busy)
                found.pop()
            found.append(turn)
        start = again
    return found


def levels(steps: Iterable[Step]) -> list[tuple[float, int]]:
    """(time, length of the queue from then on), one entry for each time."""
    found: dict[float, int] = {}
    length = 0
    for step in sorted(steps, key=lambda step: (step.time, -step.change)):
        length += step.change
        found[step.time] = length
    return list(found.items())


def short(name: str) -> str:
    """The name, without its beginning if it is too long: what tells names apart is at their end."""
    return name if len(name) <= NAME else f"…{name[1 - NAME :]}"


def fitting(label: str, sign: str, width: float) -> str:
    """As much of a task's name as `width` pixels hold: `✓ task(12)`, `✓ 12`, `12` or nothing."""
    found = re.search(r"\((.+)\)$", label)
    inner = found[1] if found else label
    return next((text for text in (sign + label, sign + inner, inner) if 6.2 * len(text) + 6 < width), "")
