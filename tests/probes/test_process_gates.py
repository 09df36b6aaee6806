import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from threading import Event

import pytest

from course.probes.process_gates import CAN_TELL, ProcessGates

KINDS = {"fork": "ForkProcess", "forkserver": "ForkServerProcess", "spawn": "SpawnProcess"}


@pytest.mark.parametrize("method", KINDS)
def test_tasks_of_other_processes_stop_and_end_as_told(method: str) -> None:
    with ProcessGates([0, 1]) as gates, ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        futures = [pool.submit(gates.task, x) for x in (0, 1)]
        assert gates.wait_for_in_flight(2, Event(), guard=60)
        ended = [gates.open_last(lambda x: x + 10) for _ in futures]
        assert ended == [1, 0]
        assert [future.result() for future in futures] == [10, 11]
        assert {arrival.process for arrival in gates.arrivals} == {KINDS[method]}


def test_what_nobody_asked_for_is_told_and_stands_at_no_gate() -> None:
    with ProcessGates([0]) as gates, ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        with pytest.raises(LookupError, match="nobody asked for a task for 99"):
            pool.submit(gates.task, 99).result()
        assert gates.arrivals == []


@pytest.mark.skipif(not CAN_TELL, reason="the system does not know who connects")
def test_who_knocks_is_known_whatever_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.probes.process_gates.os.getpid", lambda: 1)
    with ProcessGates([0]) as gates, ThreadPoolExecutor(1) as pool:
        future = pool.submit(gates.task, 0)
        assert gates.wait_for_in_flight(1, Event())
        monkeypatch.undo()
        assert [arrival.pid for arrival in gates.arrivals] == [os.getpid()]
        assert gates.open_last(lambda x: x) == 0
        assert future.result() == 0


def test_closing_the_gates_leaves_no_worker_waiting() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        with ProcessGates([0]) as gates:
            future = pool.submit(gates.task, 0)
            assert gates.wait_for_in_flight(1, Event())
        assert future.exception() is not None


def test_a_call_may_raise() -> None:
    def fails(x: int) -> int:
        raise ValueError("the milk boiled over")

    with ProcessGates([0]) as gates, ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        future = pool.submit(gates.task, 0)
        assert gates.wait_for_in_flight(1, Event())
        assert gates.open_last(fails) == 0
        with pytest.raises(ValueError, match="the milk boiled over"):
            future.result()
