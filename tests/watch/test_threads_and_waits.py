"""Threads begin and end; waits are told with their reason, and only if somebody really has to wait."""

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait
from typing import Any

import pytest

from course.watch import Log, watch
from course.watch.recorder import recorder

GUARD = 30.0


def waits(log: Log, lane: str) -> list[tuple[str, str]]:
    return [(event.kind, event.text) for event in log.only("wait", "woke") if event.lane == lane]


def until(condition: Callable[[], bool]) -> None:
    """Busily, but not with anything that is watched."""
    end = time.monotonic() + GUARD
    while not condition():
        assert time.monotonic() < end, "what the test waits for did not happen"


def waiting_for(reason: str) -> Callable[[], bool]:
    return lambda: any(raw[1] == "wait" and raw[4] == reason for raw in recorder.raw.events())


def watched(wait: Callable[[], Any], reason: str, release: Callable[[], Any]) -> list[tuple[str, str]]:
    """Let a thread wait, release it when it does; what it waited for."""
    with watch() as log:
        thread = threading.Thread(target=wait, name="learner")
        thread.start()
        until(waiting_for(reason))
        release()
        thread.join(GUARD)
    return waits(log, "learner")


def test_a_thread_begins_and_ends() -> None:
    with watch() as log:
        thread = threading.Thread(target=lambda: None, name="cook")
        thread.start()
        thread.join()
    assert [(event.kind, event.lane, event.text) for event in log.only("began", "ended")] == [
        ("began", "cook", "thread"),
        ("ended", "cook", ""),
    ]


def test_two_threads_of_one_name_have_two_lanes() -> None:
    with watch() as log:
        for _ in range(2):
            thread = threading.Thread(target=lambda: None, name="cook")
            thread.start()
            thread.join()
    assert [event.lane for event in log.only("began")] == ["cook", "cook (2)"]


def test_an_event() -> None:
    gate = threading.Event()
    assert watched(gate.wait, "event", gate.set) == [("wait", "event"), ("woke", "event")]


def test_a_queue() -> None:
    box: queue.Queue[int] = queue.Queue()
    assert watched(box.get, "queue", lambda: box.put(1)) == [("wait", "queue"), ("woke", "queue")]


def test_room_in_a_queue() -> None:
    box: queue.Queue[int] = queue.Queue(1)
    box.put(1)
    assert watched(lambda: box.put(2), "room in the queue", box.get)[0] == ("wait", "room in the queue")


def test_a_semaphore() -> None:
    places = threading.Semaphore(0)
    assert watched(places.acquire, "semaphore", places.release)[0] == ("wait", "semaphore")


def test_a_barrier() -> None:
    meeting = threading.Barrier(2)
    assert watched(meeting.wait, "barrier", meeting.wait)[0] == ("wait", "barrier")


def test_a_condition() -> None:
    changed = threading.Condition()

    def wait() -> None:
        with changed:
            changed.wait()

    def notify() -> None:
        with changed:
            changed.notify()

    assert watched(wait, "condition", notify)[0] == ("wait", "condition")


@pytest.mark.parametrize("kind", ["Lock", "RLock"])
def test_a_lock_made_inside(kind: str) -> None:
    with watch() as log:
        lock = getattr(threading, kind)()
        lock.acquire()

        def use() -> None:
            with lock:
                pass

        thread = threading.Thread(target=use, name="learner")
        thread.start()
        until(waiting_for("lock"))
        lock.release()
        thread.join(GUARD)
    assert waits(log, "learner") == [("wait", "lock"), ("woke", "lock")]
    assert lock.acquire(blocking=False)
    lock.release()
    condition = threading.Condition(lock)
    with condition:
        condition.notify_all()


def test_a_lock_that_is_free_is_no_wait() -> None:
    with watch() as log:
        with threading.Lock():
            pass
        assert isinstance(threading.Condition(), threading.Condition)
    assert log.only("wait") == []


def test_the_result_of_a_task() -> None:
    future = Future[int]()
    with watch() as log:
        thread = threading.Thread(target=future.result, name="learner")
        thread.start()
        until(waiting_for("result"))
        future.set_result(1)
        thread.join(GUARD)
        future.result()
    assert [(event.text, event.task) for event in log.only("wait") if event.lane == "learner"] == [("result", 0)]


@pytest.mark.parametrize("how", [wait, lambda futures: list(as_completed(futures))])
def test_the_results_of_several_tasks(how: Any) -> None:
    future = Future[int]()
    assert watched(lambda: how([future]), "result", lambda: future.set_result(1)) == [
        ("wait", "result"),
        ("woke", "result"),
    ]


def test_sleeping_and_joining() -> None:
    gate = threading.Event()
    with watch() as log:
        time.sleep(0)
        sleeper = threading.Thread(target=gate.wait, name="sleeper")
        sleeper.start()
        watcher = threading.Thread(target=lambda: (until(waiting_for("join")), gate.set()))
        watcher.start()
        sleeper.join(GUARD)
        watcher.join(GUARD)
    assert waits(log, "MainThread")[:4] == [("wait", "sleep"), ("woke", "sleep"), ("wait", "join"), ("woke", "join")]


def test_a_wait_that_is_interrupted_is_over() -> None:
    with watch() as log, pytest.raises(ZeroDivisionError), ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: 1 / 0).result()
    assert len(log.only("wait")) == len(log.only("woke"))


def test_the_machinery_of_pools_and_threads_is_no_wait() -> None:
    with watch() as log, ThreadPoolExecutor(1) as pool:
        pool.submit(abs, -1)
    assert {event.text for event in log.only("wait")} <= {"join"}
