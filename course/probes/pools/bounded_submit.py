"""How many tasks does `bounded_submit` leave unfinished, and how far ahead does it read?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.by_turns import by_turns
from course.probes.complaint import is_a
from course.probes.guard import LOOK, Call
from course.probes.log import Function, Log
from course.probes.plain import class_name
from course.probes.scene import Scene
from course.probes.standing import look_until


@dataclass
class BoundedLog(Log):
    """`unfinished`: tasks in progress after each step, the first entry before any task ended. `pulled_ahead`: most
    items taken from the iterable beyond those submitted. `futures`: as many of the submitted Futures as came back.
    `others`: how many more things came back with them. `ran`: the item with which each submission ran the task.
    `kept`: for which of these items the Future holds what the task returned or raised. `called`: items whose task ran
    on the learner's own thread. `again`: items with which a submission ran the task once more. `shut_down`: the pool
    takes no tasks any more.
    """

    unfinished: list[int] = field(default_factory=list)
    pulled_ahead: int = 0
    futures: int = 0
    others: int = 0
    ran: list[Any] = field(default_factory=list)
    kept: list[Any] = field(default_factory=list)
    called: list[Any] = field(default_factory=list)
    again: list[Any] = field(default_factory=list)
    shut_down: bool = False


def watch_bounded_submit(
    bounded_submit: Function,
    items: Sequence[Any],
    limit: int,
    fail: Sequence[int] = (),
    oldest_first: bool = False,
    one_by_one: bool = True,
    kind: str = "Executor",
) -> BoundedLog:
    """Call `bounded_submit` on a manual pool of that `kind`; one task ends per step, those numbered in `fail` fail.

    By turns the newest, the oldest and one between them ends, unless it is always to be the oldest. It gets the items
    as an iterator that counts them `one_by_one`, or as they are.
    """
    log, scene, pulled = BoundedLog(), Scene(lambda x: ("result", x)), 0
    pool = scene.pool

    def counted() -> Iterator[Any]:
        nonlocal pulled
        for item in items:
            pulled += 1
            log.pulled_ahead = max(log.pulled_ahead, pulled - len(pool.jobs))
            yield item

    given = counted() if one_by_one else items[:]
    outcome = Call(
        lambda: listed(bounded_submit(pool.handed(kind), scene.handed(), given, limit)),
        name="`bounded_submit`",
        when_over=pool.poke,
    )
    for ended in range(len(items)):
        expected = min(limit, len(items) - ended)
        let_fill(scene, outcome, expected, more=ended + expected < len(items))
        log.unfinished.append(len(pool.unfinished))
        if not pool.unfinished or log.unfinished[-1] != expected:
            break
        chosen = pool.unfinished[0] if oldest_first else by_turns(ended, pool.unfinished)
        scene.end(chosen, fails=chosen in fail)
    while not outcome.over.is_set() and pool.wait_until(lambda: bool(pool.unfinished or outcome.over.is_set())):
        scene.end_all()
    log.end(outcome)
    scene.end_all()
    log.ran, log.called, log.again, log.shut_down = scene.ran, scene.called, scene.again, pool.is_shut_down
    log.kept = [x for i, x in enumerate(log.ran) if scene.is_kept(i)]
    if outcome.returned:
        log.futures = sum(any(f is job.future for f in outcome.raw) for job in pool.jobs)
        log.others = len(outcome.raw) - log.futures
    return log


ROWS: tuple[Any, ...] = (list, tuple, set, deque, type({}.values()))


def listed(returned: Any) -> list[Any]:
    """The Futures, if they are there. What is no plain row may submit only when it is iterated, as a generator does."""
    for kind in ROWS:
        if is_a(returned, kind):
            return list(kind.__iter__(returned))
    raise TypeError(
        f"bounded_submit came back with an object of the class {class_name(returned)}: return a list of Futures"
    )


def let_fill(scene: Scene, outcome: Call, expected: int, more: bool) -> None:
    """Wait until `expected` tasks are unfinished and let them begin; then look for one too many if there is `more`."""
    pool = scene.pool
    pool.wait_until(lambda: len(pool.unfinished) >= expected or outcome.over.is_set())
    for i in pool.unfinished:
        scene.start(i)
    if more:
        look_until(lambda: len(pool.unfinished) > expected or outcome.over.is_set(), outcome.ident, LOOK / 4)
