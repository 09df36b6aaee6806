"""What is handed to a learner's code works, and leads nowhere."""

from __future__ import annotations

import threading
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest

from course.probes.handed import opaque_function, opaque_object
from course.probes.manual_executor import ManualExecutor

BACK = ("__closure__", "__globals__", "__self__", "__func__", "__wrapped__", "__code__", "__defaults__")


class Tap:
    def __init__(self) -> None:
        self.log: list[Any] = []

    def turn(self, *how: Any, **more: Any) -> int:
        """Turn it."""
        self.log.append((how, more))
        return len(self.log)

    def close(self) -> None:
        self.log.append("close")


def test_a_function_does_what_it_does_and_shows_nothing_behind_it() -> None:
    tap = Tap()
    turn = opaque_function(tap.turn)
    assert [turn([1], by={}), turn([1], by={}), tap.log] == [1, 2, [(([1],), {"by": {}})] * 2]
    assert turn.__name__ == "turn"
    assert not [name for name in BACK if hasattr(turn, name)]


def test_an_object_has_these_methods_and_nothing_else() -> None:
    tap = Tap()
    with opaque_object(tap, ("turn", "close")) as handed:
        assert handed.turn(1) == 1
        assert vars(handed) == {}
        with pytest.raises(AttributeError):
            handed.log  # noqa: B018
    assert tap.log == [((1,), {}), "close"]


def test_a_pool_is_an_executor_that_maps_and_shuts_down() -> None:
    pool = ManualExecutor()
    handed = pool.handed()
    assert isinstance(handed, Executor)
    assert handed._max_workers == 32  # type: ignore[attr-defined]
    values = handed.map(abs, [-1, -2])
    pool.run_all()
    assert list(values) == [1, 2]
    handed.shutdown()
    with pytest.raises(RuntimeError, match="after shutdown"):
        handed.submit(abs, 1)


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_a_pool_may_be_of_a_real_class_and_starts_nobody(kind: type[Executor]) -> None:
    pool, before = ManualExecutor(), threading.active_count()
    handed = pool.handed(kind.__name__)
    assert type(handed) is kind
    values = handed.map(abs, [-1, -2])
    assert len(pool.jobs) == 2
    pool.run_all()
    assert list(values) == [1, 2]
    assert threading.active_count() == before
    with handed:
        pass
    assert pool.is_shut_down
