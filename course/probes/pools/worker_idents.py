"""Does `worker_idents` meet every worker of a pool that starts none it can do without?"""

from __future__ import annotations

from dataclasses import dataclass, field

from course.probes.guard import GUARD, call
from course.probes.log import Function, Log
from course.probes.patience import looked_for
from course.probes.stingy_pool import StingyPool


@dataclass
class IdentsLog(Log):
    """`idents`: the idents of the pool's workers. `freed`: no task was in progress in the end, if that was looked for.
    `shut_down`: the pool takes no tasks any more.
    """

    idents: set[int] = field(default_factory=set)
    freed: bool = True
    shut_down: bool = False


def watch_worker_idents(
    worker_idents: Function, n: int, there: int = 0, to_the_end: bool = False, kind: str = "Executor"
) -> IdentsLog:
    """Call `worker_idents` on a lawful pool of `n`, of that `kind`, that never starts a worker it can do without.

    So many as `there` says are there already. What the pool was handed is watched `to_the_end` if that is asked for.
    """
    log, pool = _watch_on(worker_idents, n, StingyPool(n, there=there), to_the_end, kind)
    if pool.ran_out:  # a wait took as long as it could: was it a sleep?
        log, pool = _watch_on(worker_idents, n, StingyPool(n, trusting=False, there=there), to_the_end, kind)
    return log


def _watch_on(
    worker_idents: Function, n: int, pool: StingyPool, to_the_end: bool, kind: str
) -> tuple[IdentsLog, StingyPool]:
    log = IdentsLog()
    outcome = call(worker_idents, pool.handed(kind), n, guard=3 * GUARD)
    log.end(outcome)
    if to_the_end and outcome.over.is_set():
        log.freed = looked_for(lambda: pool.is_free, GUARD)
    log.idents, log.shut_down = pool.idents, pool.is_shut_down
    pool.shutdown(wait=False)
    return log, pool
