"""Played by hand: the order is the player's, and what is stuck is named."""

import threading
from concurrent.futures import CancelledError
from typing import Any

import pytest

from course.errors import CourseError
from course.scheduler import Scheduler

GUARD = 30.0


def test_nothing_runs_until_it_is_told_to() -> None:
    done: list[int] = []
    pool = Scheduler()
    futures = [pool.submit(done.append, n) for n in range(3)]
    assert not any(future.done() for future in futures)
    for n in (2, 0, 1):
        pool.run(n)
    assert done == [2, 0, 1]


def test_run_next_takes_the_one_that_has_waited_longest() -> None:
    pool, done = Scheduler(), list[int]()
    for n in range(3):
        pool.submit(done.append, n)
    pool.run(1)
    assert pool.run_next() == "1 in the queue, 0 of 1 workers busy."
    pool.run_next()
    assert done == [1, 0, 2]


def test_a_task_runs_on_a_worker_thread() -> None:
    pool = Scheduler(2)
    future = pool.submit(lambda: threading.current_thread().name)
    pool.run_next()
    assert future.result(GUARD) == "worker 1"


def test_fail_and_cancel_without_running() -> None:
    pool = Scheduler()
    first, second, third = (pool.submit(abs, n) for n in range(3))
    pool.fail(0)
    pool.fail(1, ValueError("no milk"))
    pool.cancel(2)
    assert str(first.exception()) == "abs(0) was made to fail"
    assert isinstance(second.exception(), ValueError)
    with pytest.raises(CancelledError):
        third.result()
    assert [pool.state(n) for n in range(3)] == ["failed", "failed", "cancelled"]


def test_a_task_that_raises_has_failed() -> None:
    pool = Scheduler()
    future = pool.submit(int, "x")
    pool.run_next()
    assert isinstance(future.exception(GUARD), ValueError)
    assert pool.state(0) == "failed"


def test_a_deadlock_of_one_worker_is_named_and_a_cancellation_resolves_it() -> None:
    pool = Scheduler()

    def outer() -> Any:
        return pool.submit(pow, 2, 10).result()

    future = pool.submit(outer)
    named = "Deadlock: worker 1 waits for the result of task 1, pow(2), which only worker 1 could compute."
    assert pool.run_next() == named
    assert "0  outer: on worker 1, waits for task 1" in repr(pool)
    pool.cancel(1)
    assert isinstance(future.exception(GUARD), CancelledError)
    assert pool.verdict == "0 in the queue, 0 of 1 workers busy."


def test_with_a_second_worker_it_is_no_deadlock() -> None:
    pool = Scheduler(2)
    future = pool.submit(lambda: pool.submit(pow, 2, 10).result())
    assert pool.run_next() == "1 in the queue, 1 of 2 workers busy."
    pool.run_next()
    assert future.result(GUARD) == 1024


def test_two_that_wait_for_each_other() -> None:
    pool, futures = Scheduler(3), list[Any]()
    futures += [pool.submit(lambda: futures[1].result()), pool.submit(lambda: futures[0].result())]
    pool.run(0)
    assert pool.run(1).startswith("Deadlock: worker 1 waits for task 1, worker 2 waits for task 0, and")


def test_starvation_is_named() -> None:
    pool = Scheduler()
    for n in range(5):
        pool.submit(abs, n)
    pool.run(1)
    pool.run(2)
    assert pool.run(3) == "Starvation: task 0, abs(0), still waits while 3 tasks that came later have been run."
    assert pool.run(0) == "1 in the queue, 0 of 1 workers busy."


def test_who_else_waits_is_told() -> None:
    pool = Scheduler()
    future = pool.submit(abs, -1)
    thread = threading.Thread(target=future.result, name="customer", daemon=True)
    thread.start()
    with pool._changed:
        assert pool._changed.wait_for(lambda: "customer" in pool._table.waiting, GUARD)
    assert pool.verdict == "1 in the queue, 0 of 1 workers busy, customer waits for task 0."
    pool.run_next()
    thread.join(GUARD)
    assert not thread.is_alive()


def test_moves_that_are_not_possible_are_answered_in_a_sentence() -> None:
    pool, gate = Scheduler(), threading.Event()
    with pytest.raises(CourseError, match="queue is empty"):
        pool.run_next()
    with pytest.raises(CourseError, match="no task 0"):
        pool.run(0)
    pool.submit(gate.wait)
    pool.submit(abs, 1)
    pool.run(0)
    with pytest.raises(CourseError, match="No worker is free for task 1: worker 1 runs task 0"):
        pool.run(1)
    with pytest.raises(CourseError, match="not in the queue any more"):
        pool.cancel(0)
    gate.set()
    with pytest.raises(CourseError, match="makes no pool"):
        Scheduler(0)


def test_closed_it_takes_nothing_more_and_may_cancel_the_rest() -> None:
    pool = Scheduler()
    future = pool.submit(abs, 1)
    pool.shutdown(cancel_futures=True)
    assert future.cancelled()
    with pytest.raises(RuntimeError, match="after shutdown"):
        pool.submit(abs, 1)


def test_its_text_is_the_same_in_every_run() -> None:
    pool = Scheduler()
    pool.submit(abs, -1)
    bundle = pool._repr_mimebundle_()
    assert bundle["text/plain"] == (
        "You are the scheduler of 1 worker. 1 in the queue, 0 of 1 workers busy.\n"
        "  0  abs(-1): in the queue\n"
        "Without buttons: pool.run_next(), pool.run(0), pool.fail(0), pool.cancel(0)"
    )
    assert "application/vnd.jupyter.widget-view+json" in bundle
