"""In which order do the bodies of generators run, and what comes back?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Any

from course.probes.guard import call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import SCALARS

CONTAINERS = (list, tuple, set, frozenset, dict)


@dataclass
class RoundsLog(Log):
    """`steps`: what the bodies did, in order: `a1` when a yields its first value, `a.` when a ends."""

    steps: list[str] = field(default_factory=list)


def watch_round_robin(round_robin: Function, yields: list[Any], alike: bool = False) -> RoundsLog:
    """Call `round_robin` with generators a, b, c, ..., one for each member of `yields`.

    A member is the list of values that its generator yields, or their number: then they are a1, a2, ... If they are
    `alike`, objects are yielded that equal all of their kind, and all words and numbers; they are told as a1, a2, ...
    """
    log, kind = RoundsLog(), _equal_to_all()
    names: list[tuple[Any, str]] = []

    def body(name: str, values: list[Any]) -> Iterator[Any]:
        for i, value in enumerate(values, start=1):
            log.steps.append(f"{name}{i}")
            yield value
        log.steps.append(f"{name}.")

    gens = []
    for name, values in zip(ascii_lowercase, yields, strict=False):
        named = [f"{name}{i + 1}" for i in range(values)] if isinstance(values, int) else values
        given = [kind() for _ in named] if alike else named
        names += zip(given, named, strict=True)
        gens.append(body(name, given))
    outcome = call(round_robin, *gens)
    log.end(outcome)
    if alike and type(log.value) is list:
        log.value = [next((name for given, name in names if given is it), "?") for it in outcome.members]
    return log


def _equal_to_all() -> Any:
    """A class of values that no comparison tells from each other, or from a word that somebody takes for an end.

    An object of another class, which no generator ever yields, is unequal to them.
    """
    kind: Any = None

    def equals(_: Any, other: Any) -> bool:
        return type(other) in (*SCALARS, *CONTAINERS, kind)

    kind = type("Value", (), {"__eq__": opaque_function(equals), "__hash__": object.__hash__})
    return kind
