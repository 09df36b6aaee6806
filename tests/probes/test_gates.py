from concurrent.futures import ThreadPoolExecutor

import pytest

from course.probes.gates import Gates


def test_tasks_stop_until_their_gate_opens_and_end_in_the_order_told() -> None:
    gates = Gates({n: n * n for n in range(3)})
    with ThreadPoolExecutor(3) as pool:
        futures = [pool.submit(gates.task, n) for n in range(3)]
        assert gates.wait_for(3)
        assert sorted(gates.in_flight) == [0, 1, 2]
        for n in (1, 2, 0):
            gates.open(n)
        assert [future.result() for future in futures] == [0, 1, 4]
    assert gates.ended == [1, 2, 0]


def test_a_stray_arrival_is_seen() -> None:
    gates = Gates({0: 0, 1: 1})
    with ThreadPoolExecutor(2) as pool:
        pool.submit(gates.task, 0)
        assert gates.wait_for(1)
        assert not gates.stray()
        pool.submit(gates.task, 1)
        assert gates.wait_for(2)
        gates.open_all()


def test_what_nobody_asked_for_is_no_task() -> None:
    gates = Gates({0: "a", 1: "b"})
    gates.open_all()
    for strange in ("a word", False, [0], 2):
        with pytest.raises(LookupError, match="nobody asked for a task for "):
            gates.task(strange)
    assert gates.arrived == []


def test_an_error_is_raised() -> None:
    gates = Gates({0: KeyError("no")})
    gates.open_all()
    with pytest.raises(KeyError):
        gates.task(0)
