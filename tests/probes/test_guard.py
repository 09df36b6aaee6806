import linecache
import threading

import pytest

from course.probes import guard
from course.probes.guard import Call, call, role


def test_a_value_comes_back_plain() -> None:
    outcome = call(lambda: (1, "a"))
    assert outcome.returned
    assert outcome.value == (1, "a")


def test_an_exception_is_told_with_the_line_that_raised_it() -> None:
    def cook() -> None:
        raise ValueError("the milk\nboiled over")

    story = call(cook).story
    assert story.startswith("`cook` raised ValueError: the milk boiled over (line ")
    assert 'raise ValueError("the milk' in story


def test_system_exit_is_an_answer_like_any_other() -> None:
    outcome = call(lambda: exit(0), name="cook")
    assert not outcome.returned
    assert isinstance(outcome.error, SystemExit)


def test_no_answer_yet() -> None:
    def cook() -> None:
        raise NotImplementedError

    assert call(cook).story == "`cook` has no answer yet."


def test_a_hang_is_told_with_the_line_it_waits_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "GUARD", 0.01)
    gate = threading.Event()

    def cook() -> None:
        gate.wait()

    outcome = Call(cook).wait(0.01)
    story = outcome.story
    gate.set()
    assert not outcome.returned
    assert "did not come back" in story
    assert "gate.wait()" in story


def test_when_over_is_called_after_the_value_is_there() -> None:
    seen = []
    ended = threading.Event()

    def note() -> None:
        seen.append(outcome.over.is_set())
        ended.set()

    ready = threading.Event()
    outcome = Call(ready.wait, when_over=note)
    ready.set()
    assert ended.wait(10)
    assert seen == [True]


def test_texts_are_asked_for_when_somebody_wants_them_and_where_it_ran() -> None:
    asked = []

    class Late:
        def __repr__(self) -> str:
            asked.append((role(), threading.get_ident()))
            return "late"

    outcome = call(lambda: [Late()], name="`cook`")
    assert asked == []
    assert outcome.story == "`cook` returned [late]."
    assert repr(outcome.value) == "[late]"
    assert set(asked) == {("learner", outcome.ident)}


def test_a_role_is_what_a_thread_was_started_for_whatever_it_is_called() -> None:
    def cook() -> str:
        threading.current_thread().name = "somebody"
        return role()

    assert call(cook).value == "learner"
    assert role() == ""


@pytest.mark.parametrize("fails", [ValueError, SystemExit])
def test_lines_that_cannot_be_had_are_not_told(fails: type[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    """`linecache` asks whoever offers to fetch them."""

    def fetch() -> str:
        raise fails

    monkeypatch.setattr(guard, "GUARD", 0.01)
    monkeypatch.setitem(linecache.cache, "/nowhere/answer.py", (fetch,))
    names = {"gate": threading.Event()}
    exec(compile("def stuck(): gate.wait()\ndef cook(): raise KeyError", "/nowhere/answer.py", "exec"), names)
    stuck = Call(names["stuck"]).wait(0.01)
    assert stuck.story == "`stuck` did not come back within 0 s: it waits for what never happens."
    assert call(names["cook"]).story == "`cook` raised KeyError."
    names["gate"].set()
