"""Pools: every task is queued, started and over, on the lane where it happened."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from course.probes.manual_executor import ManualExecutor
from course.watch import Log, watch
from course.watch.executors import task_name


def story(log: Log, task: int) -> list[str]:
    return [event.kind for event in log if event.task == task and event.kind not in ("wait", "woke")]


def test_a_task_is_queued_started_and_finished() -> None:
    with watch() as log, ThreadPoolExecutor(1, thread_name_prefix="cook") as pool:
        pool.submit(abs, -1)
    assert story(log, 0) == ["queued", "started", "finished"]
    queued, started = log.only("queued", "started")
    assert (queued.lane, queued.text, queued.on, queued.size) == ("MainThread", "abs(-1)", "pool 1", 1)
    assert started.lane == "cook_0"


def test_a_task_that_raises_is_failed_and_its_traceback_is_its_own() -> None:
    def burn() -> None:
        raise ValueError("burnt")

    def frames(error: BaseException | None) -> list[str]:
        names, place = [], error.__traceback__ if error else None
        while place:
            names.append(place.tb_frame.f_code.co_name)
            place = place.tb_next
        return names

    with ThreadPoolExecutor(1) as pool:
        without = frames(pool.submit(burn).exception())
    with watch() as log, ThreadPoolExecutor(1) as pool:
        watched = frames(pool.submit(burn).exception())
    assert story(log, 0) == ["queued", "started", "failed"]
    assert log.only("failed")[0].text == "ValueError"
    assert watched == without


def test_a_cancelled_task_is_cancelled_once() -> None:
    gate = threading.Event()
    with watch() as log, ThreadPoolExecutor(1) as pool:
        pool.submit(gate.wait)
        second = pool.submit(abs, -1)
        assert [second.cancel(), second.cancel()] == [True, True]
        gate.set()
    assert story(log, 1) == ["queued", "cancelled"]
    assert log.summary() == "1 worker: 2 tasks, 1 finished, 1 cancelled"


def test_shutdown_that_cancels_is_seen() -> None:
    gate, pool = threading.Event(), ThreadPoolExecutor(1)
    with watch() as log:
        running = pool.submit(gate.wait)
        waiting = [pool.submit(abs, -1) for _ in range(3)]
        pool.shutdown(wait=False, cancel_futures=True)
        gate.set()
        running.result()
    assert all(future.cancelled() for future in waiting)
    assert len(log.only("cancelled")) == 3


def test_five_workers_at_once_have_a_lane_each() -> None:
    meeting = threading.Barrier(5)
    with watch() as log, ThreadPoolExecutor(5) as pool:
        for _ in range(5):
            pool.submit(meeting.wait)
    assert len({event.lane for event in log.only("started")}) == 5
    assert log.summary() == "5 workers: 5 tasks, 5 finished"


def test_a_hand_made_future_and_an_executor_of_another_kind() -> None:
    manual = ManualExecutor()
    with watch() as log:
        Future[int]().set_result(1)
        manual.submit(abs, -1)
        manual.run(0)
    assert story(log, 0) == ["finished"]
    assert story(log, 1) == ["queued", "started", "finished"]


def test_a_subclass_that_passes_on_submits_once() -> None:
    class Loud(ThreadPoolExecutor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            return super().submit(fn, *args, **kwargs)

    with watch() as log, Loud(1) as pool:
        pool.submit(abs, -1)
    assert story(log, 0) == ["queued", "started", "finished"]


def test_a_submission_that_is_refused_raises_as_ever() -> None:
    pool = ThreadPoolExecutor(1)
    pool.shutdown()
    with watch() as log, pytest.raises(RuntimeError, match="after shutdown"):
        pool.submit(abs, -1)
    assert log.only("queued") == []


def test_a_second_result_is_refused_and_not_recorded() -> None:
    future = Future[int]()
    with watch() as log:
        future.set_result(1)
        with pytest.raises(Exception, match="FINISHED"):
            future.set_result(2)
    assert len(log.only("finished")) == 1


def test_executors_of_a_learner_are_executors() -> None:
    assert issubclass(ManualExecutor, Executor)


class Nasty:
    def __repr__(self) -> str:
        raise AssertionError("a learner's __repr__ was called")


@pytest.mark.parametrize(
    ("args", "name"), [((), "abs"), ((3, 4), "abs(3)"), ((Nasty(),), "abs"), (("x" * 99,), "abs('" + "x" * 23 + "…)")]
)
def test_a_task_is_named_after_its_function(args: tuple[Any, ...], name: str) -> None:
    assert task_name(abs, args) == name


def test_a_partial_is_named_after_its_function() -> None:
    assert task_name(partial(partial(pow), 3, mod=5), (4,)) == "pow(3)"
    assert task_name(partial(abs), (-1,)) == "abs(-1)"
