"""In which order do the bodies of generators run, and what comes back?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Any

from course.probes.guard import call
from course.probes.log import Function, Log


@dataclass
class RoundsLog(Log):
    """`steps`: what the bodies did, in order: `a1` when a yields its first value, `a.` when a ends."""

    steps: list[str] = field(default_factory=list)


def watch_round_robin(round_robin: Function, yields: list[Any]) -> RoundsLog:
    """Call `round_robin` with generators a, b, c, ..., one for each member of `yields`.

    A member is the list of values that its generator yields, or their number: then they are a1, a2, ...
    """
    log = RoundsLog()

    def body(name: str, values: list[Any]) -> Iterator[Any]:
        for i, value in enumerate(values, start=1):
            log.steps.append(f"{name}{i}")
            yield value
        log.steps.append(f"{name}.")

    gens = []
    for name, values in zip(ascii_lowercase, yields, strict=False):
        named = [f"{name}{i + 1}" for i in range(values)] if isinstance(values, int) else values
        gens.append(body(name, named))
    log.end(call(round_robin, *gens))
    return log
