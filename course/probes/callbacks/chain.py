"""Where do `f` and `g` of `chain` run, in how many pool tasks, and what reaches the Future?"""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, TimeoutError
from dataclasses import dataclass, field
from typing import Any

from course.probes.callbacks.at_once import AtOnce
from course.probes.callbacks.returned import Returned, ending
from course.probes.complaint import is_a, sentence
from course.probes.guard import LOOK, Call, may_be_taken_apart, plainly
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.manual_executor import ManualExecutor
from course.probes.patience import looked_for
from course.probes.plain import plain
from course.probes.standing import AFTERMATH, Crowd, waits_for_good
from course.probes.watched_future import has_ended, is_lawful


@dataclass
class ChainLog(Log):
    """`waited`: the function waited instead of returning a Future. `is_future`: it returned one. `ran`: what ran in
    each pool task, in order, as `("f", argument)` and `("g", argument)`. `handed`: how many tasks the pool was given,
    with those that were cancelled. `elsewhere`: what ran outside pool tasks. `stuck`: number of the pool task that did
    not come to an end, or None. `outcome`: `("value", v)` or `("error", "f" or "g" or a sentence)` of the Future, or
    None if it never ended. `heard`: the same for somebody who waited for its `result()` since it was there. An
    exception that `f` or `g` returned stands as `("exception", "f" or "g")`.
    """

    waited: bool = False
    is_future: bool = False
    ran: list[list[Any]] = field(default_factory=list)
    handed: int = 0
    elsewhere: list[Any] = field(default_factory=list)
    stuck: int | None = None
    outcome: Any = None
    heard: Any = None


class _Steps:
    """Functions f and g that note where they run."""

    def __init__(self, log: ChainLog, pool: ManualExecutor, f: Any, g: Any) -> None:
        self._results = {"f": f, "g": g}
        self.tasks: dict[int, list[Any]] = {}  #: what ran in each, in the order in which they began
        self._log, self._pool = log, pool

    def f(self, x: Any) -> Any:
        """The first step."""
        return self._run("f", x)

    def g(self, x: Any) -> Any:
        """The second step."""
        return self._run("g", x)

    def _run(self, name: str, x: Any) -> Any:
        job = self._pool.job_here()  # by the thread: a task may stand there and do nothing itself
        place = self._log.elsewhere if job is None else self.tasks.setdefault(job, [])
        place.append((name, self.known(x, plain)))
        result, error = ending(self._results[name])
        if error is not None:
            raise error
        return result

    def known(self, value: Any, tell: Function) -> Any:
        """The exception that one of them returned by the name of that step; of another value what is to `tell`."""
        steps = [step for step, end in self._results.items() if is_a(end, Returned) and end.error is value]
        return ("exception", steps[0]) if steps else tell(value)

    def told(self, value: Any, error: BaseException | None) -> tuple[str, Any]:
        """How a Future ended, as plain data."""
        if error is None:
            return ("value", self.known(value, plainly))
        return ("error", next((step for step, end in self._results.items() if end is error), None) or sentence(error))


def watch_chain(chain: Function, x: Any, f: Any, g: Any, quick: bool = False) -> ChainLog:
    """Call `chain(pool, f, g, x)` on a pool of one worker; `f` and `g` are what the steps return (an exception too, if
    it is Returned) or raise. A `quick` pool has done each task when `submit` returns.
    """
    log, pool, crowd = ChainLog(), AtOnce() if quick else ManualExecutor(), Crowd(since_birth=True)
    steps = _Steps(log, pool, f, g)
    given = opaque_function(steps.f), opaque_function(steps.g)
    outcome = Call(chain, pool.handed(), *given, x, name="`chain`", when_over=pool.poke)
    pool.wait_until(lambda: outcome.over.is_set() or bool(pool.waited_for()))
    is_over = outcome.over.is_set()
    if not is_over:
        log.end(outcome)  # it tells where it waits
    log.waited = bool(pool.waited_for()) or not is_over
    log.is_future = is_lawful(outcome.raw)
    user = _wait_for(outcome.raw) if log.is_future else None
    log.stuck = _work(pool, steps, outcome)
    if log.stuck is None:
        crowd.settle(AFTERMATH, outcome.ident)
        log.stuck = _work(pool, steps, outcome)  # what came when nobody seemed to look
    log.ran, log.handed = list(steps.tasks.values()), len(pool.jobs)
    if user is not None and is_lawful(outcome.raw):
        log.outcome = _end_of(outcome.raw, steps)
        log.heard = log.outcome and _heard(user, steps)
    if is_over:
        log.end(outcome)
    return log


def _wait_for(future: Future[Any]) -> Call:
    """Somebody who waits for the result; who asks for it when the Future has ended would not learn if it can be had."""
    user = Call(lambda: future.result(), name="`result`", thread_name="user")
    looked_for(lambda: user.over.is_set() or waits_for_good(user.ident), AFTERMATH)
    return user


def _heard(user: Call, steps: _Steps) -> Any:
    user.wait()
    return steps.told(user.raw, user.error) if user.over.is_set() else None


def _work(pool: ManualExecutor, steps: _Steps, outcome: Call) -> int | None:
    """One worker takes the tasks as they come; each must end before the next begins. Number of one that does not."""
    while _has_task(pool, outcome):
        i = pool.unfinished[0]
        steps.tasks.setdefault(i, [])
        if not pool.run(i):
            return i
    return None


def _has_task(pool: ManualExecutor, outcome: Call) -> bool:
    """Wait for a task, as long as the Future (or the function) has not ended; then look once more."""
    future = outcome.raw if is_lawful(outcome.raw) else None

    def ended() -> bool:
        return outcome.over.is_set() and (future is None or has_ended(future))

    with may_be_taken_apart():
        if future is not None:
            Future.add_done_callback(future, opaque_function(lambda _: pool.poke()))
        pool.wait_until(lambda: bool(pool.unfinished) or ended(), 10 * LOOK if pool.jobs else LOOK)
    return bool(pool.unfinished)


def _end_of(future: Future[Any], steps: _Steps) -> Any:
    """What the Future holds, whatever its class says that it does."""
    try:
        error = Future.exception(future, timeout=LOOK)
    except (CancelledError, TimeoutError):  # it was cancelled, or never ended
        return None
    return steps.told(Future.result(future) if error is None else None, error)
