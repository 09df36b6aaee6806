"""Callbacks: which lane ran which, and that nothing about them changes."""

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

import pytest

from course.watch import watch


def test_a_callback_is_seen_on_the_lane_that_runs_it() -> None:
    start = threading.Event()

    def collect(future: Future[bool]) -> None: ...

    with watch() as log, ThreadPoolExecutor(1, thread_name_prefix="cook") as pool:
        pool.submit(start.wait).add_done_callback(collect)
        start.set()
    assert [(e.kind, e.lane, e.text, e.task) for e in log.only("callback", "callback_over")] == [
        ("callback", "cook_0", "collect", 0),
        ("callback_over", "cook_0", "collect", 0),
    ]


def test_a_callback_that_is_a_partial_has_its_function_s_name() -> None:
    def collect(shelf: list[object], future: Future[int]) -> None:
        shelf.append(future)

    future = Future[int]()
    with watch() as log:
        future.add_done_callback(partial(collect, []))
        future.set_result(1)
    assert [event.text for event in log.only("callback")] == ["collect"]


def test_a_callback_of_a_finished_task_runs_where_it_is_registered() -> None:
    future = Future[int]()
    with watch() as log:
        future.set_result(1)
        future.add_done_callback(lambda f: None)
    assert [event.lane for event in log.only("callback")] == ["MainThread"]


def test_a_callback_that_raises_is_over_too_and_is_logged_as_ever(caplog: pytest.LogCaptureFixture) -> None:
    future = Future[int]()
    with watch() as log, caplog.at_level(logging.ERROR, "concurrent.futures"):
        future.add_done_callback(lambda f: 1 / 0)
        future.set_result(1)
    assert len(log.only("callback_over")) == 1
    assert "ZeroDivisionError" in caplog.text


def test_registered_inside_and_called_after_the_end_works() -> None:
    future, seen = Future[int](), []
    with watch() as log:
        future.add_done_callback(lambda f: seen.append(f.result()))
    future.set_result(5)
    assert seen == [5]
    assert len(log) == 0
