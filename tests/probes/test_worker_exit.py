import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from course.probes.guard import Call
from course.probes.worker_exit import HeldExits, held_exits


def test_workers_that_are_waited_for_are_gone() -> None:
    with held_exits() as exits:
        with ThreadPoolExecutor(2) as pool:
            pool.submit(exits.hold).result()
        assert exits.threads
        assert exits.still_there() == []


def test_workers_that_are_only_asked_to_go_are_always_seen() -> None:
    for _ in range(20):
        with held_exits() as exits:
            pool = ThreadPoolExecutor(1, thread_name_prefix="asked")
            pool.submit(exits.hold).result()
            pool.shutdown(wait=False)
            assert exits.still_there() == ["asked_0"]
        exits.threads[0].join()
        assert not exits.threads[0].is_alive()


class SaysItIsGone(threading.Thread):
    """What it says counts for nothing, nor what it takes for equal to it."""

    def is_alive(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = threading.Thread.__hash__


def test_a_thread_is_not_asked_whether_it_is_gone() -> None:
    with held_exits() as exits:
        threads = [SaysItIsGone(target=exits.hold, name=name, daemon=True) for name in "ab"]
        for thread in threads:
            thread.start()
        threads[0].join()
        threads[1].join(0)
        assert exits.still_there() == ["b"]


@pytest.mark.parametrize("timeout", [0.001, 10])
def test_a_join_with_a_timeout_waits_until_the_thread_is_gone(timeout: float) -> None:
    with held_exits() as exits:
        thread = threading.Thread(target=exits.hold, name="held", daemon=True)
        thread.start()
        while exits.still_there():
            thread.join(timeout)
        assert not thread.is_alive()


def _leaves_it_to(wait: bool) -> Callable[[HeldExits], list[str]]:
    """A function whose worker is joined by another thread, which it waits for, or not."""

    def leaves(exits: HeldExits) -> list[str]:
        def works() -> None:
            exits.hold()
            ready.set()
            held.wait()

        ready, held = threading.Event(), threading.Event()
        worker = threading.Thread(target=works, name="worker", daemon=True)
        worker.start()
        helper = threading.Thread(target=worker.join, daemon=True)
        helper.start()
        ready.wait()
        held.set()
        if wait:
            helper.join()
        return []

    return leaves


@pytest.mark.parametrize(("wait", "left"), [(True, []), (False, ["worker"])])
def test_a_join_by_somebody_else_counts_if_the_function_waits_for_it(wait: bool, left: list[str]) -> None:
    for _ in range(20):
        with held_exits() as exits:
            exits.during(lambda: Call(_leaves_it_to(wait), exits)).wait()
            assert exits.still_there() == left


def test_join_is_restored() -> None:
    before = threading.Thread.join
    with held_exits():
        assert threading.Thread.join is not before
    assert threading.Thread.join is before


def test_a_thread_that_ran_no_task_and_stays_was_left_behind_too() -> None:
    over = threading.Event()

    def have_it_done(stays: bool) -> None:
        if stays:
            threading.Thread(target=over.wait, name="stays", daemon=True).start()

    def left(stays: bool) -> list[str]:
        with held_exits() as exits:
            exits.during(lambda: Call(have_it_done, stays)).wait()
            return exits.left_behind()

    assert left(False) == []
    assert left(True) == ["stays"]
    over.set()
