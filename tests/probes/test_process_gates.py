from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from threading import Event

import pytest

from course.probes.process_gates import ProcessGates

KINDS = {"fork": "ForkProcess", "forkserver": "ForkServerProcess", "spawn": "SpawnProcess"}


@pytest.mark.parametrize("method", KINDS)
def test_tasks_of_other_processes_stop_and_end_as_told(method: str) -> None:
    with ProcessGates() as gates, ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        futures = [pool.submit(gates.task, x) for x in (0, 1)]
        assert gates.wait_for_in_flight(2, Event(), guard=60)
        ended = [gates.open_last([0, 1], lambda x: x + 10) for _ in futures]
        assert ended == [1, 0]
        assert [future.result() for future in futures] == [10, 11]
        assert {arrival.process for arrival in gates.arrivals} == {KINDS[method]}


def test_closing_the_gates_leaves_no_worker_waiting() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        with ProcessGates() as gates:
            future = pool.submit(gates.task, 0)
            assert gates.wait_for_in_flight(1, Event())
        assert future.exception() is not None
