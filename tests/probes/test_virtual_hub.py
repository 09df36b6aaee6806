"""On a virtual hub the order is exact, sleeping takes no time, and a deadlock is seen at once."""

from __future__ import annotations

import threading
import time

import gevent
import gevent.event
import pytest

from course.probes.guard import call
from course.probes.virtual_hub import on_virtual_hub


def outcome(function):
    done = call(on_virtual_hub(function))
    assert done.over.is_set()
    return done


def test_sleeping_takes_no_time_and_the_clock_knows_it() -> None:
    def sleeps():
        gevent.sleep(86400)
        return round(gevent.get_hub().loop.clock)

    assert outcome(sleeps).value == 86400


def test_who_sleeps_shorter_wakes_first_and_equals_in_order() -> None:
    log = []

    def visit(name: str, seconds: float) -> None:
        log.append(name)
        gevent.sleep(seconds)
        log.append(name + "!")

    outcome(lambda: gevent.joinall([gevent.spawn(visit, *who) for who in [("a", 3), ("b", 1), ("c", 3), ("d", 2)]]))
    assert log == ["a", "b", "c", "d", "b!", "d!", "a!", "c!"]


def test_a_deadlock_is_seen_at_once() -> None:
    told = outcome(lambda: gevent.event.Event().wait()).story
    assert "raised WaitsForEver: nobody is left who could wake it" in told


def test_timeouts_are_virtual_too() -> None:
    assert outcome(lambda: gevent.event.Event().wait(timeout=3600)).value is False

    def gives_up():
        with gevent.Timeout(3600, False):
            gevent.event.Event().wait()
        return "gave up"

    assert outcome(gives_up).value == "gave up"


def test_whoever_is_always_ready_cannot_stop_the_clock() -> None:
    def spins():
        sleeper = gevent.spawn(gevent.sleep, 1)
        while not sleeper.ready():
            gevent.sleep(0)
        return "over"

    assert outcome(spins).value == "over"


def test_other_threads_and_the_thread_pool_are_waited_for() -> None:
    gate = threading.Event()
    threading.Timer(0.05, gate.set).start()
    assert outcome(lambda: gevent.get_hub().threadpool.spawn(gate.wait, 30).get()).value is True


def test_errors_of_greenlets_are_noted_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    def fails():
        gevent.spawn(lambda: 1 / 0).join()
        return [type(error).__name__ for error in gevent.get_hub().failed]

    assert outcome(fails).value == ["ZeroDivisionError"]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("seconds", [0, 1])
def test_greenlets_left_behind_do_not_hold_up_the_end(seconds: int) -> None:
    assert outcome(lambda: gevent.spawn(gevent.sleep, seconds) and gevent.sleep(0)).returned


def test_the_main_hub_is_left_alone() -> None:
    before = gevent.get_hub()
    outcome(lambda: gevent.sleep(5))
    began = time.monotonic()
    gevent.sleep(0.01)
    assert gevent.get_hub() is before
    assert time.monotonic() - began >= 0.009
