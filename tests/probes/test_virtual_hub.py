"""On a virtual hub the order is exact, sleeping takes no time, and a deadlock is seen at once."""

from __future__ import annotations

import threading
import time
from contextlib import suppress

import gevent
import gevent.event
import pytest
from gevent.exceptions import LoopExit

from course.probes.guard import call
from course.probes.virtual_hub import VirtualClock, call_on_virtual_hub, on_virtual_hub


def outcome(function):
    done = call(on_virtual_hub(function))
    assert done.over.is_set()
    return done


def test_sleeping_takes_no_time_and_the_clock_knows_it() -> None:
    clock = VirtualClock()
    assert call(on_virtual_hub(lambda: gevent.sleep(86400), clock)).returned
    assert round(clock.now) == 86400


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


def test_errors_of_greenlets_are_neither_printed_nor_kept(capfd: pytest.CaptureFixture[str]) -> None:
    def fails():
        before = set(vars(gevent.get_hub()))
        gevent.spawn(lambda: 1 / 0).join()
        return set(vars(gevent.get_hub())) - before

    assert outcome(fails).value == set()
    assert capfd.readouterr().err == ""


def test_waiting_for_what_never_happens_is_noted_whoever_catches_it() -> None:
    clock = VirtualClock()

    def goes_on():
        with suppress(LoopExit):
            gevent.event.Event().wait()

    assert call(on_virtual_hub(goes_on, clock)).returned
    assert clock.gave_up


def test_waiting_for_everybody_is_no_giving_up() -> None:
    clock = VirtualClock()
    assert call(on_virtual_hub(lambda: gevent.spawn(gevent.sleep, 1) and gevent.wait(), clock)).returned
    assert not clock.gave_up


def test_threads_that_a_call_has_started_have_time_to_end() -> None:
    late = []
    outcome = call_on_virtual_hub(lambda: threading.Timer(0.3, late.append, (1,)).start())
    assert outcome.returned
    assert late == [1]


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


def test_nobody_sleeps_beyond_the_horizon() -> None:
    clock = VirtualClock(horizon=100)
    told = call(on_virtual_hub(lambda: (gevent.sleep(60), gevent.sleep(60)), clock)).story
    assert "raised WaitsForEver: it sleeps on, far longer than anything takes" in told
    assert clock.now == 60


def test_a_timeout_beyond_the_horizon_is_no_sleep() -> None:
    def waits():
        greenlet = gevent.spawn(gevent.sleep, 60)
        return gevent.joinall([greenlet], timeout=10**10) == [greenlet]

    assert call(on_virtual_hub(waits, VirtualClock(horizon=100))).value is True


@pytest.mark.parametrize("name", ["clock", "timer", "run", "anything"])
def test_nothing_can_be_set_on_the_loop(name: str) -> None:
    assert "raised AttributeError" in outcome(lambda: setattr(gevent.get_hub().loop, name, 5.0)).story
