"""A list that was returned is looked at as it came back."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor, Future
from typing import Any

from course.probes.callbacks import watch_submit_all
from course.probes.guard import call
from course.probes.log import Function
from course.probes.pools import watch_submit_async


def collected_when_done(pool: Executor, task: Function, args: Sequence[Any], *_: Any) -> list[Future[Any]]:
    futures: list[Future[Any]] = []
    for x in args:
        pool.submit(task, x).add_done_callback(futures.append)
    return futures


def test_what_comes_later_comes_too_late() -> None:
    assert watch_submit_async(collected_when_done, [1, 2]).futures == []
    assert watch_submit_all(collected_when_done, [1, 2], order=[]).futures == []


def test_members_are_those_of_a_list_only() -> None:
    given = [1]
    outcome = call(lambda: given)
    given.append(2)
    assert outcome.members == [1]
    assert call(lambda: (1, 2)).members == []
