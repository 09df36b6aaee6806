"""Where do `f` and `g` of `chain` run, in how many pool tasks, and what reaches the Future?"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import LOOK, Call, is_a
from course.probes.log import Function, Log
from course.probes.manual_executor import ManualExecutor
from course.probes.plain import plain


@dataclass
class ChainLog(Log):
    """`waited`: the function waited instead of returning a Future. `is_future`: it returned one. `ran`: what ran in
    each pool task, in order, as `("f", argument)` and `("g", argument)`. `elsewhere`: what ran outside pool tasks.
    `stuck`: number of the pool task that did not come to an end, or None. `outcome`: `("value", v)` or
    `("error", "f" or "g" or a sentence)` of the Future, or None if it never ended.
    """

    waited: bool = False
    is_future: bool = False
    ran: list[list[Any]] = field(default_factory=list)
    elsewhere: list[Any] = field(default_factory=list)
    stuck: int | None = None
    outcome: Any = None


class _Steps:
    """Functions f and g that note where they run."""

    def __init__(self, log: ChainLog, f: Any, g: Any) -> None:
        self.results = {"f": f, "g": g}
        self.task: int | None = None
        self._log = log

    def run(self, name: str, x: Any) -> Any:
        place = self._log.elsewhere if self.task is None else self._log.ran[self.task]
        place.append((name, plain(x)))
        result = self.results[name]
        if isinstance(result, BaseException):
            raise result
        return result


def watch_chain(chain: Function, x: Any, f: Any, g: Any) -> ChainLog:
    """Call `chain(pool, f, g, x)` on a pool of one worker; `f` and `g` are what the steps return or raise."""
    log, pool = ChainLog(), ManualExecutor()
    steps = _Steps(log, f, g)
    outcome = Call(
        chain,
        pool.handed(),
        lambda x: steps.run("f", x),
        lambda x: steps.run("g", x),
        x,
        name="`chain`",
        when_over=pool.poke,
    )
    pool.wait_until(lambda: outcome.over.is_set() or bool(pool.waited_for()))
    log.waited = not outcome.over.is_set()
    log.end(outcome)
    log.is_future = is_a(outcome.raw, Future)
    _work(pool, steps, log, outcome)
    if log.is_future:
        log.outcome = _end_of(outcome.raw, f, g)
    return log


def _work(pool: ManualExecutor, steps: _Steps, log: ChainLog, outcome: Call) -> None:
    """One worker takes the tasks as they come; each must end before the next begins."""
    while _has_task(pool, outcome):
        i = pool.unfinished[0]
        log.ran.append([])
        steps.task = len(log.ran) - 1
        ended = pool.run(i)
        steps.task = None
        if not ended:
            log.stuck = i
            return


def _has_task(pool: ManualExecutor, outcome: Call) -> bool:
    """Wait for a task, as long as the Future (or the function) has not ended; then look once more."""
    future = outcome.raw

    def ended() -> bool:
        return outcome.over.is_set() and (not isinstance(future, Future) or future.done())

    if isinstance(future, Future):
        future.add_done_callback(lambda _: pool.poke())
    pool.wait_until(lambda: bool(pool.unfinished) or ended(), 10 * LOOK if pool.jobs else LOOK)
    return bool(pool.unfinished)


def _end_of(future: Future[Any], f: Any, g: Any) -> Any:
    try:
        error = future.exception(timeout=LOOK)
    except Exception:  # it never ended, or was cancelled
        return None
    if error is None:
        return ("value", plain(future.result()))
    return ("error", "f" if error is f else "g" if error is g else f"{type(error).__name__}: {error}")
