"""The newest, the oldest, the one in the middle, and again."""

from __future__ import annotations

from course.probes.by_turns import by_turns


def test_the_newest_the_oldest_and_the_one_in_the_middle() -> None:
    assert [by_turns(turn, "abcde") for turn in range(6)] == list("eaceac")


def test_the_only_one_is_always_it() -> None:
    assert {by_turns(turn, [7]) for turn in range(3)} == {7}
