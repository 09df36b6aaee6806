"""Does `bounded_submit` fill both places if two tasks end before it looks?

It is sure not to look while it takes an item from the iterable: so two tasks end in there.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

from course.probes.guard import LOOK, Call
from course.probes.log import Function
from course.probes.patience import looked_for
from course.probes.pools.bounded_submit import BoundedLog, let_fill, listed
from course.probes.scene import Scene
from course.probes.standing import waits_for_good


def watch_two_at_once(bounded_submit: Function, limit: int) -> BoundedLog:
    """Call `bounded_submit` on many items; two tasks end while it takes the first that has to wait for a place.

    `unfinished` has one entry: how many there are when it has had the time to fill both places.
    """
    log, scene = BoundedLog(), Scene(lambda x: x)
    pool, turn, both = scene.pool, threading.Lock(), threading.Event()

    def items() -> Iterator[int]:
        for item in range(4 * limit):
            if item == limit:
                with turn:
                    _end(scene, 2)
                    both.set()
                pool.poke()
            yield item

    outcome = Call(
        lambda: listed(bounded_submit(pool.handed(), scene.handed(), items(), limit)),
        name="`bounded_submit`",
        when_over=pool.poke,
    )
    pool.wait_until(lambda: len(pool.unfinished) >= limit or outcome.over.is_set())
    looked_for(lambda: both.is_set() or outcome.over.is_set() or waits_for_good(outcome.ident), LOOK)
    with turn:
        if not both.is_set():  # it takes an item only when there is a place for it
            _end(scene, 1)
    pool.wait_until(lambda: both.is_set() or outcome.over.is_set())
    let_fill(scene, outcome, limit, more=True)
    log.unfinished.append(len(pool.unfinished))
    while not outcome.over.is_set() and pool.wait_until(lambda: bool(pool.unfinished or outcome.over.is_set())):
        scene.end_all()
    log.end(outcome)
    scene.end_all()
    return log


def _end(scene: Scene, n: int) -> None:
    """End the `n` oldest; who holds a lock meanwhile that a callback needs is not waited for."""
    for i in scene.pool.unfinished[:n]:
        scene.end(i, guard=LOOK)
