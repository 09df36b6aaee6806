"""A task that is run in a forked process tells of that process, of ours, or of nothing."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any

import pytest

from course.probes.pools import watch_forked_task

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_the_pid_is_that_of_the_child() -> None:
    def task(n: int, sleep: Callable[[float], None]) -> tuple[int, int, str]:
        sleep(2)
        return n, os.getpid(), threading.current_thread().name

    log = watch_forked_task(task, 3, "oven_1")
    assert log.pid != os.getpid()
    assert log.value == (3, log.pid, "oven_1")


def test_one_that_raises_tells_its_story() -> None:
    def task(n: int, sleep: object) -> None:
        raise ValueError("no oven")

    log = watch_forked_task(task, 3, "oven_1")
    assert not log.returned
    assert "no oven" in log.story


def test_one_that_returns_what_cannot_be_told_returns_its_text() -> None:
    assert isinstance(watch_forked_task(lambda n, sleep: object(), 3, "oven_1").value, str)


def test_one_that_ends_its_process_did_not_come_back() -> None:
    def task(n: int, sleep: object) -> Any:
        os._exit(3)

    log = watch_forked_task(task, 3, "oven_1")
    assert not log.returned
    assert "did not come back" in log.story
