"""Where do `f` and `g` of `chain` run, in how many pool tasks, and what reaches the Future?"""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, TimeoutError
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import LOOK, Call, is_a, may_be_taken_apart, plainly, sentence
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.manual_executor import ManualExecutor, has_ended
from course.probes.plain import plain
from course.probes.standing import AFTERMATH, Crowd


@dataclass
class ChainLog(Log):
    """`waited`: the function waited instead of returning a Future. `is_future`: it returned one. `ran`: what ran in
    each pool task, in order, as `("f", argument)` and `("g", argument)`. `handed`: how many tasks the pool was given,
    with those that were cancelled. `elsewhere`: what ran outside pool tasks. `stuck`: number of the pool task that did
    not come to an end, or None. `outcome`: `("value", v)` or `("error", "f" or "g" or a sentence)` of the Future, or
    None if it never ended.
    """

    waited: bool = False
    is_future: bool = False
    ran: list[list[Any]] = field(default_factory=list)
    handed: int = 0
    elsewhere: list[Any] = field(default_factory=list)
    stuck: int | None = None
    outcome: Any = None


class _Steps:
    """Functions f and g that note where they run."""

    def __init__(self, log: ChainLog, pool: ManualExecutor, f: Any, g: Any) -> None:
        self._results = {"f": f, "g": g}
        self._log, self._pool = log, pool

    def f(self, x: Any) -> Any:
        """The first step."""
        return self._run("f", x)

    def g(self, x: Any) -> Any:
        """The second step."""
        return self._run("g", x)

    def _run(self, name: str, x: Any) -> Any:
        is_task = self._pool.job_here() is not None  # by the thread: a task may stand there and do nothing itself
        place = self._log.ran[-1] if is_task else self._log.elsewhere
        place.append((name, plain(x)))
        result = self._results[name]
        if isinstance(result, BaseException):
            raise result
        return result


def watch_chain(chain: Function, x: Any, f: Any, g: Any) -> ChainLog:
    """Call `chain(pool, f, g, x)` on a pool of one worker; `f` and `g` are what the steps return or raise."""
    log, pool, crowd = ChainLog(), ManualExecutor(), Crowd(since_birth=True)
    steps = _Steps(log, pool, f, g)
    given = opaque_function(steps.f), opaque_function(steps.g)
    outcome = Call(chain, pool.handed(), *given, x, name="`chain`", when_over=pool.poke)
    pool.wait_until(lambda: outcome.over.is_set() or bool(pool.waited_for()))
    is_over = outcome.over.is_set()
    if not is_over:
        log.end(outcome)  # it tells where it waits
    log.waited = bool(pool.waited_for()) or not is_over
    log.is_future = is_a(outcome.raw, Future)
    _work(pool, log, outcome)
    if log.stuck is None:
        crowd.settle(AFTERMATH, outcome.ident)
        _work(pool, log, outcome)  # what came when nobody seemed to look
    log.handed = len(pool.jobs)
    if log.is_future:
        log.outcome = _end_of(outcome.raw, f, g)
    if is_over:
        log.end(outcome)
    return log


def _work(pool: ManualExecutor, log: ChainLog, outcome: Call) -> None:
    """One worker takes the tasks as they come; each must end before the next begins."""
    while _has_task(pool, outcome):
        i = pool.unfinished[0]
        log.ran.append([])
        if not pool.run(i):
            log.stuck = i
            return


def _has_task(pool: ManualExecutor, outcome: Call) -> bool:
    """Wait for a task, as long as the Future (or the function) has not ended; then look once more."""
    future = outcome.raw if is_a(outcome.raw, Future) else None

    def ended() -> bool:
        return outcome.over.is_set() and (future is None or has_ended(future))

    with may_be_taken_apart():
        if future is not None:
            Future.add_done_callback(future, opaque_function(lambda _: pool.poke()))
        pool.wait_until(lambda: bool(pool.unfinished) or ended(), 10 * LOOK if pool.jobs else LOOK)
    return bool(pool.unfinished)


def _end_of(future: Future[Any], f: Any, g: Any) -> Any:
    """What the Future holds, whatever its class says that it does."""
    try:
        error = Future.exception(future, timeout=LOOK)
    except (CancelledError, TimeoutError):  # it was cancelled, or never ended
        return None
    if error is None:
        return ("value", plainly(Future.result(future)))
    return ("error", "f" if error is f else "g" if error is g else sentence(error))
