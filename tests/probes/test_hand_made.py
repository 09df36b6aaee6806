from concurrent.futures import FIRST_COMPLETED, as_completed, wait

import pytest

from course.probes.guard import Call
from course.probes.hand_made import HandMade


def by_as_completed(futures, seen):  # type: ignore[no-untyped-def]
    for future in as_completed(futures):
        seen.append([future.exception() or future.result()])


def by_wait(futures, seen):  # type: ignore[no-untyped-def]
    unfinished = set(futures)
    while unfinished:
        done, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
        seen.append([future.exception() or future.result() for future in done])


@pytest.mark.parametrize("learner", [by_as_completed, by_wait])
def test_each_end_is_looked_at_before_the_next(learner) -> None:  # type: ignore[no-untyped-def]
    for _ in range(50):
        made, seen = HandMade(4), []
        outcome = Call(learner, made.futures, seen)
        made.settle(outcome)
        for i in (2, 0, 3, 1):
            made.finish(i, f"value {i}")
            made.settle(outcome)
        assert outcome.wait().returned
        assert seen == [["value 2"], ["value 0"], ["value 3"], ["value 1"]]


def test_what_is_cancelled_is_told_and_left_alone() -> None:
    made = HandMade(2)
    made.futures[1].cancel()
    made.finish(1, "late")
    made.fail(0, KeyError("no"))
    assert made.cancelled == [1]
    assert isinstance(made.futures[0].exception(), KeyError)


def test_the_end_lets_everybody_go() -> None:
    made = HandMade(2)
    outcome = Call(wait, made.futures)
    made.end_all(ValueError("over"))
    assert outcome.wait().returned
