import threading
import time
from concurrent.futures import Executor

import pytest

from course.probes.pools import watch_worker_idents
from course.probes.stingy_pool import StingyPool


def idents(pool: StingyPool, n: int, task) -> set[int]:  # type: ignore[no-untyped-def]
    found = set(pool.map(task, range(n)))
    pool.shutdown()
    return found


def test_quick_tasks_find_one_worker() -> None:
    assert len(idents(StingyPool(3), 30, lambda _: threading.get_ident())) == 1


def test_sleeping_tasks_find_one_worker() -> None:
    def sleep(_: int) -> int:
        time.sleep(0.02)
        return threading.get_ident()

    assert len(idents(StingyPool(3), 3, sleep)) == 1


def test_tasks_that_meet_find_them_all() -> None:
    pool, meeting = StingyPool(4), threading.Barrier(4)

    def meet(_: int) -> int:
        meeting.wait()
        return threading.get_ident()

    assert idents(pool, 8, meet) == pool.idents
    assert len(pool.idents) == 4


@pytest.mark.parametrize("timeout", [None, 30])
def test_a_rendezvous_may_have_a_timeout(timeout: float | None) -> None:
    def worker_idents(pool: Executor, n: int) -> set[int]:
        meeting = threading.Barrier(n)
        return set(pool.map(lambda _: meeting.wait(timeout) * 0 + threading.get_ident(), range(n)))

    log = watch_worker_idents(worker_idents, 3)
    assert log.value == log.idents
    assert len(log.idents) == 3


def test_a_wait_for_nobody_is_a_sleep() -> None:
    def worker_idents(pool: Executor, n: int) -> set[int]:
        return set(pool.map(lambda _: threading.Event().wait(0.1) * 0 + threading.get_ident(), range(n)))

    assert len(watch_worker_idents(worker_idents, 3).idents) == 1


def test_it_never_has_more_workers_than_allowed() -> None:
    pool, gate = StingyPool(2), threading.Event()
    futures = [pool.submit(gate.wait) for _ in range(5)]
    assert len(pool.workers) == 2
    gate.set()
    assert all(future.result() for future in futures)
    pool.shutdown()
    assert not any(worker.is_alive() for worker in pool.workers)


def test_errors_reach_the_future() -> None:
    pool = StingyPool(1)
    assert isinstance(pool.submit(int, "x").exception(), ValueError)
    pool.shutdown()


def test_a_task_that_was_cancelled_is_over() -> None:
    pool, here, go = StingyPool(1), threading.Event(), threading.Event()
    running = pool.submit(lambda: here.set() or go.wait())  # type: ignore[func-returns-value]
    here.wait()
    assert pool.submit(print).cancel()
    go.set()
    running.result()
    pool.shutdown()
    assert pool._open_tasks == 0


def test_a_clock_is_no_rendezvous() -> None:
    def worker_idents(pool: Executor, n: int) -> set[int]:
        go = threading.Event()
        threading.Timer(0.1, go.set).start()
        return set(pool.map(lambda _: go.wait() * 0 + threading.get_ident(), range(n)))

    assert len(watch_worker_idents(worker_idents, 3).idents) == 1


def test_a_watchdog_costs_time_and_no_points() -> None:
    def worker_idents(pool: Executor, n: int) -> set[int]:
        meeting = threading.Barrier(n)
        watchdog = threading.Timer(60, meeting.abort)
        watchdog.daemon = True
        watchdog.start()
        found = set(pool.map(lambda _: meeting.wait() * 0 + threading.get_ident(), range(n)))
        watchdog.cancel()
        return found

    log = watch_worker_idents(worker_idents, 2)
    assert log.value == log.idents
    assert len(log.idents) == 2


def test_workers_from_before_are_used_and_no_others_are_needed() -> None:
    pool = StingyPool(3, there=2)
    before = pool.idents
    assert len(before) == 2
    assert pool.submit(threading.get_ident).result() in before
    assert pool.idents == before
    pool.shutdown()


def test_it_is_free_when_its_tasks_have_ended() -> None:
    pool, go = StingyPool(1), threading.Event()
    future = pool.submit(go.wait)
    assert not pool.is_free
    go.set()
    assert future.result()
    assert pool.is_free
    assert not pool.is_shut_down
    pool.shutdown()
    assert pool.is_shut_down
