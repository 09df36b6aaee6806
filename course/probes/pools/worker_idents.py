"""Does `worker_idents` meet every worker of a pool that starts none it can do without?"""

from __future__ import annotations

from dataclasses import dataclass, field

from course.probes.guard import GUARD, call
from course.probes.log import Function, Log
from course.probes.patience import looked_for
from course.probes.stingy_pool import StingyPool


@dataclass
class IdentsLog(Log):
    """`idents`: the idents of the pool's workers. `freed`: its tasks came to their end. `shut_down`: it takes none any
    more.
    """

    idents: set[int] = field(default_factory=set)
    freed: bool = True
    shut_down: bool = False


def watch_worker_idents(worker_idents: Function, n: int, there: int = 0, kind: str = "Executor") -> IdentsLog:
    """Call `worker_idents` on a lawful pool of `n` that never starts a worker it can do without.

    So many as `there` says are there already; the pool is as large as that at least, and of that `kind`.
    """
    log, pool = _watch_on(worker_idents, n, StingyPool(max(n, there)), there, kind)
    if pool.ran_out:  # a wait took as long as it could: was it a sleep?
        log, pool = _watch_on(worker_idents, n, StingyPool(max(n, there), trusting=False), there, kind)
    return log


def _watch_on(worker_idents: Function, n: int, pool: StingyPool, there: int, kind: str) -> tuple[IdentsLog, StingyPool]:
    log = IdentsLog()
    pool.start(there)
    outcome = call(worker_idents, pool.handed(kind), n, guard=3 * GUARD)
    log.end(outcome)
    log.freed = outcome.over.is_set() and looked_for(lambda: pool.is_free, GUARD)
    log.idents, log.shut_down = pool.idents, pool.is_shut_down
    pool.shutdown(wait=False)
    return log, pool
