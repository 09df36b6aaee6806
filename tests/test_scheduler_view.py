"""The buttons of a scheduler, without a browser."""

from typing import Any

import pytest

from course.scheduler import Scheduler


@pytest.fixture
def pool() -> Scheduler:
    pool = Scheduler()
    for n in range(2):
        pool.submit(abs, n)
    pool._repr_mimebundle_()
    return pool


def button(pool: Scheduler, tooltip: str) -> Any:
    view = pool._view
    found = [view._next, *(button for _, row in view._rows for button in row)]
    return next(one for one in found if one.tooltip == tooltip)


def test_a_click_runs_that_task(pool: Scheduler) -> None:
    button(pool, "Run task 1").click()
    assert [pool.state(n) for n in range(2)] == ["in the queue", "finished"]
    assert button(pool, "Run task 1").disabled
    assert not button(pool, "Run task 0").disabled
    button(pool, "Fail task 0").click()
    assert pool.state(0) == "failed"


def test_a_task_submitted_later_gets_a_row(pool: Scheduler) -> None:
    pool.submit(abs, 2)
    button(pool, "Cancel task 2").click()
    assert pool.state(2) == "cancelled"
    assert "task 2" in pool._view._rows[2][0].value


def test_names_are_escaped(pool: Scheduler) -> None:
    pool.submit(abs, "<b>")
    assert "<b>abs('<b>" not in pool._view._rows[2][0].value.replace("&#x27;", "'")


def test_what_is_the_matter_is_said(pool: Scheduler) -> None:
    assert "2 in the queue" in pool._view._status.value
    for _ in range(3):
        pool.submit(abs, 9)
    for n in (2, 3, 4):
        button(pool, f"Run task {n}").click()
    assert "Starvation" in pool._view._status.value
