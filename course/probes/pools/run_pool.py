"""How many tasks does `run_pool` keep in flight, and what does it leave behind?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from course.probes.by_turns import by_turns
from course.probes.gates import Gates
from course.probes.guard import Call, role
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import plain
from course.probes.worker_exit import HeldExits, held_exits


@dataclass
class RunPoolLog(Log):
    """`in_flight`: how many tasks were in progress each time a task was about to end, the first entry when the
    pool was full. `ended`: the order in which the tasks were made to end. `workers`: how many threads took part.
    `called`: arguments whose task ran on the learner's own thread. `runs`: how often a quick task ran, `failures`: how
    often it raised. `left`: names of workers still there when the function came back. `same_error`: the task's own
    exception object reached the caller.
    """

    in_flight: list[int] = field(default_factory=list)
    ended: list[Any] = field(default_factory=list)
    workers: int = 0
    called: list[Any] = field(default_factory=list)
    runs: int = 0
    failures: int = 0
    left: list[str] = field(default_factory=list)
    same_error: bool = False


def watch_run_pool(run_pool: Function, results: dict[Any, Any], max_workers: int) -> RunPoolLog:
    """Call `run_pool` on tasks that stop at gates; by turns the newest, the oldest and one between them ends next.

    `results` maps each argument to what its task returns, or to the exception it raises.
    """
    gates, log = Gates(results), RunPoolLog()
    with held_exits() as exits:
        task = _task(gates, exits, log)
        outcome = exits.during(lambda: Call(run_pool, task, list(results), max_workers, when_over=gates.poke))
        for turn in _gate_by_gate(gates, outcome, max_workers, log):
            gates.open(by_turns(turn, sorted(gates.in_flight, key=list(results).index)))
        gates.open_all()
        log.end(outcome.wait())
        log.left = exits.left_behind()
        log.workers = len(exits.threads)
    log.ended = plain(gates.ended)
    log.same_error = any(outcome.error is result for result in results.values())
    return log


def watch_quick_run_pool(run_pool: Function, args: Sequence[Any], max_workers: int, result: Function) -> RunPoolLog:
    """Call `run_pool` on tasks that end at once with `result` of their argument, or with what it raises.

    The arguments may be equal, and of any kind: there are no gates that would have to be told from each other.
    """
    log, errors = RunPoolLog(), list[Exception]()
    with held_exits() as exits:

        def task(x: Any) -> Any:
            log.called.append(plain(x)) if role() == "learner" else exits.hold()
            log.runs += 1
            try:
                return result(x)
            except Exception as error:
                errors.append(error)
                raise

        outcome = exits.during(lambda: Call(run_pool, opaque_function(task), args[:], max_workers))
        log.end(outcome.wait())
        log.left = exits.left_behind()
        log.workers = len(exits.threads)
    log.same_error, log.failures = any(outcome.error is error for error in errors), len(errors)
    return log


def _task(gates: Gates, exits: HeldExits, log: RunPoolLog) -> Function:
    def task(x: Any) -> Any:
        if role() == "learner":  # nobody else could open its gate
            log.called.append(plain(x))
            return gates.result(x)
        exits.hold()
        return gates.task(x)

    return opaque_function(task)


def _gate_by_gate(gates: Gates, outcome: Call, max_workers: int, log: RunPoolLog) -> Iterator[int]:
    """Yield how many have ended whenever the pool is as full as it should be; stop if it is emptier, or fuller."""
    tasks = len(gates.results)
    for ended in range(tasks):
        expected = min(max_workers, tasks - ended)
        full = gates.wait_for(ended + expected, over=outcome.over.is_set)
        if expected == max_workers:
            gates.stray()
        log.in_flight.append(len(gates.in_flight))
        if not full or log.in_flight[-1] != expected or outcome.over.is_set():
            return
        yield ended
