"""Does `worker_idents` meet every worker of a pool that starts none it can do without?"""

from __future__ import annotations

from dataclasses import dataclass, field

from course.probes.guard import GUARD, call
from course.probes.log import Function, Log
from course.probes.stingy_pool import StingyPool


@dataclass
class IdentsLog(Log):
    """`idents`: the idents of the pool's workers."""

    idents: set[int] = field(default_factory=set)


def watch_worker_idents(worker_idents: Function, n: int) -> IdentsLog:
    """Call `worker_idents` on a lawful pool of `n` that never starts a worker it can do without."""
    log, pool = _watch_on(worker_idents, n, StingyPool(n))
    if pool.ran_out:  # a wait took as long as it could: was it a sleep?
        log, pool = _watch_on(worker_idents, n, StingyPool(n, trusting=False))
    return log


def _watch_on(worker_idents: Function, n: int, pool: StingyPool) -> tuple[IdentsLog, StingyPool]:
    log = IdentsLog()
    log.end(call(worker_idents, pool.handed(), n, guard=3 * GUARD))
    log.idents = pool.idents
    pool.shutdown(wait=False)
    return log, pool
