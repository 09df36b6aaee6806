"""The panel runs what was chosen, and says what makes no run."""

from typing import Any

import pytest

from course.errors import CourseError
from course.what_if import KINDS, Plan, WhatIf, carry_out, compute, what_if


@pytest.mark.parametrize("kind", KINDS)
def test_all_tasks_are_run_on_what_was_chosen(kind: str) -> None:
    log = WhatIf(Plan(kind, workers=2, tasks=4, seconds=0.01)).run()
    counted = "4 greenlets" if kind == "greenlets" else "2 workers: 4 tasks, 4 finished"
    assert log.summary() == counted
    lanes = {event.lane.split()[0] for event in log.only("started")}
    assert ("process" in lanes) == (kind == "processes")


@pytest.mark.parametrize("kind", KINDS)
def test_they_may_compute(kind: str) -> None:
    assert carry_out(Plan(kind, workers=2, tasks=3, seconds=0.001, work="computes")) == [0, 1, 2]


def test_computing_takes_processor_time() -> None:
    import time

    begin = time.thread_time()
    compute(0, 0.02)
    assert time.thread_time() - begin >= 0.02


@pytest.mark.parametrize(
    ("plan", "text"),
    [
        (Plan(), "5 threads, 20 tasks that sleep 0.1 s each"),
        (Plan("processes", 1, 1, 2, "computes"), "1 process, 1 task that computes 2 s"),
        (Plan("greenlets", 1, 2, 0.5), "1 greenlet, 2 tasks that sleep 0.5 s each"),
    ],
)
def test_a_plan_in_words(plan: Plan, text: str) -> None:
    assert str(plan) == text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "fibers"}, "Choose one of threads"),
        ({"workers": 0}, "1 to 61 workers"),
        ({"tasks": 1000, "seconds": 1.0}, "more than 60 s"),
        ({"work": "computes", "tasks": 100, "seconds": 1.0, "workers": 61}, "more than 60 s"),
    ],
)
def test_what_makes_no_run_is_answered_in_a_sentence(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CourseError, match=sentence):
        what_if(**fields)


def test_its_text_is_the_same_in_every_run() -> None:
    panel = what_if(tasks=2)
    assert panel._repr_mimebundle_()["text/plain"] == (
        "What if: 5 threads, 2 tasks that sleep 0.1 s each.\nWithout buttons: panel.run(workers=10)"
    )


def test_two_runs_stand_one_above_the_other_on_one_axis() -> None:
    panel = what_if(tasks=2, seconds=0.01)
    panel._repr_mimebundle_()
    view = panel._view
    for workers in (1, 2, 3):
        view._fields["workers"].value = workers
        view._button.click()
    assert [timeline.title.split(",")[0] for timeline in view._shown.children] == ["3 threads", "2 threads"]
    assert len({timeline.until for timeline in view._shown.children}) == 1
    assert [plan.workers for plan, _ in panel.runs] == [1, 2, 3]
    assert "3 threads, 2 tasks that sleep 0.01 s each: " in view._status.value
    assert not view._button.disabled


def test_a_choice_that_makes_no_run_is_said_in_the_panel() -> None:
    panel = what_if()
    panel._repr_mimebundle_()
    panel._view._fields["tasks"].value = 1000
    panel._view._fields["seconds"].value = 1.0
    panel._view._button.click()
    assert "more than 60 s" in panel._view._status.value
    assert panel.runs == []
