"""A guard that was used up makes the next ones short: in a process that runs one test, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from course.probes import patience
from course.probes.patience import AFTERWARDS, GUARD, LOOK, granted, one_test_only, patiently


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(patience, "_of_this_process", {"one test": False, "used up": False})
    return


def never(seconds: float) -> bool:
    return False


def test_in_a_kernel_every_guard_is_whole() -> None:
    assert not patiently(never)
    assert granted(GUARD) == GUARD


def test_in_a_process_for_one_test_the_first_one_is_whole() -> None:
    one_test_only()
    assert granted(3 * GUARD) == 3 * GUARD
    assert patiently(lambda seconds: seconds == GUARD)
    assert granted(GUARD) == GUARD
    assert not patiently(never)
    assert granted(3 * GUARD) == AFTERWARDS
    assert granted(LOOK) == LOOK


def test_a_look_that_finds_nothing_uses_nothing_up() -> None:
    one_test_only()
    assert not patiently(never, LOOK)
    assert granted(GUARD) == GUARD
