"""What a watch wraps is put back exactly, whatever happens inside."""

import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import greenlet
import pytest

from course.errors import CourseError
from course.watch import watch
from course.watch.recorder import recorder
from tests.watch.owners import owned

GUARD = 30.0


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    """Every test here leaves everything as it was."""
    before, tracer = owned(), greenlet.gettrace()
    yield
    assert owned() == before
    assert greenlet.gettrace() is tracer
    assert not recorder.on


def test_everything_is_wrapped_inside() -> None:
    before = owned()
    with watch():
        changed = {key for key, value in owned().items() if value is not before.get(key)}
    names = {"ThreadPoolExecutor.submit", "ProcessPoolExecutor.submit", "Future.set_result", "Future.cancel"}
    names |= {"Thread._bootstrap_inner", "Condition.wait", "time.sleep", "socket.recv", "socket.close"}
    assert names <= changed


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, greenlet.GreenletExit])
def test_a_block_that_fails_is_put_back_and_keeps_its_log(error: type[BaseException]) -> None:
    log = watch()

    def block() -> None:
        with log, ThreadPoolExecutor(1) as pool:
            pool.submit(abs, -1).result()
            raise error

    with pytest.raises(error):
        block()
    assert log.summary() == "1 worker: 1 task, 1 finished"


def test_a_watch_that_cannot_begin_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("course.watch.watching.watch_sockets", broken)
    with pytest.raises(KeyboardInterrupt):
        watch().start()


def test_nested_watches_each_have_what_happened_while_they_were_on() -> None:
    with watch() as outer, ThreadPoolExecutor(1) as pool:
        pool.submit(abs, -1).result()
        with watch() as inner:
            pool.submit(abs, -2).result()
        pool.submit(abs, -3).result()
    assert len(outer.only("finished")) == 3
    assert len(inner.only("finished")) == 1


def test_watches_may_overlap() -> None:
    first, second = watch().start(), watch().start()
    first.stop()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(abs, -1)
    second.stop()
    assert (len(first.only("finished")), len(second.only("finished"))) == (0, 1)


def test_a_watch_is_used_once() -> None:
    log = watch()
    with log:
        pass
    with pytest.raises(CourseError, match="make a new one"):
        log.start()
    log.stop()


def test_what_somebody_else_puts_there_meanwhile_stays() -> None:
    def theirs(seconds: float) -> None: ...

    real = time.sleep
    try:
        with watch():
            time.sleep = theirs
        assert time.sleep is theirs
    finally:
        time.sleep = real


def test_nothing_is_recorded_after_the_end() -> None:
    gate, pool = threading.Event(), ThreadPoolExecutor(1)
    with watch() as log:
        future = pool.submit(gate.wait)
        future.add_done_callback(lambda f: None)
    gate.set()
    pool.shutdown()
    assert log.only("finished", "callback") == []
    assert len(log.only("queued")) == 1


def test_a_name_imported_in_an_earlier_cell_is_watched_too(monkeypatch: pytest.MonkeyPatch) -> None:
    main = sys.modules["__main__"]
    monkeypatch.setattr(main, "sleep", time.sleep, raising=False)
    with watch() as log:
        main.sleep(0)  # type: ignore[attr-defined]
    assert main.sleep is time.sleep  # type: ignore[attr-defined]
    assert [event.text for event in log.only("wait")] == ["sleep"]


@pytest.mark.parametrize("kind", ["Lock", "RLock"])
def test_a_lock_imported_in_an_earlier_cell_is_watched_too(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    main, real = sys.modules["__main__"], getattr(threading, kind)
    monkeypatch.setattr(main, kind, real, raising=False)
    with watch():
        assert type(getattr(main, kind)()).__name__ == "WatchedLock"
    assert getattr(main, kind) is real


def test_inherited_methods_are_inherited_again() -> None:
    with watch():
        assert "recv" in vars(socket.socket)
    assert "recv" not in vars(socket.socket)


def test_the_wrapped_keep_name_and_signature() -> None:
    with watch():
        assert ThreadPoolExecutor.submit.__name__ == "submit"
        assert Future.set_result.__qualname__ == "Future.set_result"


def test_the_log_can_be_read_while_the_watch_is_on() -> None:
    with watch() as log, ThreadPoolExecutor(1) as pool:
        pool.submit(abs, -1).result()
        assert log.summary() == "1 worker: 1 task, 1 finished"
        assert not log.ended
    assert log.ended


def test_a_forked_child_does_not_record() -> None:
    with watch() as log, ProcessPoolExecutor(1) as pool:
        assert pool.submit(recording).result(GUARD) is False
    assert log.summary() == "1 worker: 1 task, 1 finished"


def recording() -> bool:
    return recorder.on


def test_watching_again_numbers_from_0() -> None:
    for _ in range(2):
        with watch() as log, ThreadPoolExecutor(1) as pool, suppress(ZeroDivisionError):
            pool.submit(abs, -1).result()
        assert [event.task for event in log.only("queued")] == [0]


def in_a_thread_of_the_notebook(call: Callable[[], object]) -> None:
    call.__module__ = "ipykernel.subshell"
    thread = threading.Thread(target=call, name="subshell-1")
    thread.start()
    thread.join(GUARD)


def test_who_begins_a_watch_is_part_of_it_even_the_click_of_a_button() -> None:
    logs = []

    def clicked() -> None:
        with watch() as log, ThreadPoolExecutor(1) as pool:
            pool.submit(time.sleep, 0.001).result()
        logs.append(log)

    in_a_thread_of_the_notebook(clicked)
    assert {event.lane for event in logs[0].only("queued")} == {"MainThread"}
    assert any(event.text == "result" and event.lane == "MainThread" for event in logs[0].only("wait"))


def test_what_the_notebook_itself_submits_has_a_lane_too() -> None:
    def clicked() -> None:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(abs, 1)

    with watch() as log:
        in_a_thread_of_the_notebook(clicked)
    assert {event.lane for event in log.only("queued")} == {"notebook"}
