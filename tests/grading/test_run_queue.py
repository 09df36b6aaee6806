"""Runs wait for their turn; those of an exercise that took long before do not queue behind others."""

from __future__ import annotations

import threading

import pytest

from course.grading import run_queue
from course.grading.run_queue import RunQueue


def test_what_took_long_before_begins_while_the_queue_is_full() -> None:
    queue, gate = RunQueue(1), threading.Event()
    held = queue.submit("tag", gate.wait)
    queued = queue.submit("chain", lambda: "its turn")
    queue.took_long("chain")
    assert queue.submit("chain", lambda: "at once").result(10) == "at once"
    assert not queued.done()
    gate.set()
    assert held.result(10)
    assert queued.result(10) == "its turn"
    queue.shutdown()


def test_what_nobody_did_quickly_begins_while_the_queue_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once one run of it was quick, it queues again: the long one was another answer's, or a crowded machine's."""
    clock = iter(range(100))
    monkeypatch.setattr(run_queue.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(RunQueue, "_wait_for_room", lambda self: None)
    queue, gate = RunQueue(1), threading.Event()
    queue.submit("chain", lambda: None).result(10)  # 1 s by this clock
    held = queue.submit("tag", gate.wait)
    assert queue.submit("chain", lambda: "at once").result(10) == "at once"
    monkeypatch.setattr(run_queue.time, "monotonic", lambda: 0.0)
    queue.submit("chain", lambda: None).result(10)  # in no time
    queued = queue.submit("chain", lambda: "its turn")
    assert not queued.done()
    gate.set()
    assert held.result(10)
    assert queued.result(10) == "its turn"
    queue.shutdown()


def test_a_machine_that_stays_crowded_delays_and_does_not_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_queue, "_wanted", lambda: 10**6)
    monkeypatch.setattr(run_queue, "YIELD", 0.01)
    queue = RunQueue(2)
    assert queue.submit("tag", lambda: 7).result(10) == 7
    queue.shutdown()
