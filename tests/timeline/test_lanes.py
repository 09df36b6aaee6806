"""Logs as data: what each kind of event draws."""

import random
from collections.abc import Sequence

import pytest

from course.timeline.items import Bar, Lane, Mark, Step, Wait
from course.timeline.lanes import Picture, lanes
from course.watch import KINDS, Event

QUEUED = Event(0.0, "queued", "MainThread", 0, "f(0)", "pool 1", 2)
STARTED = Event(1.0, "started", "cook_0", 0)
FINISHED = Event(3.0, "finished", "cook_0", 0)

#: For every kind: a log that ends with it, and what it has then drawn: type and the fields that matter.
DRAWN = {
    "queued": ([QUEUED], Step("queue of pool 1", 0.0, +1)),
    "handed": ([QUEUED, Event(1, "handed", "Thread-1", 0)], Mark("queue of pool 1", 1, 1, "handed", "f(0)")),
    "started": (
        [QUEUED, STARTED],
        Bar("cook_0", 0, 1.0, None, "running", "f(0)", 0.0, "queue of pool 1"),
    ),
    "finished": (
        [QUEUED, STARTED, FINISHED],
        Bar("cook_0", 0, 1.0, 3.0, "finished", "f(0)", 0.0, "queue of pool 1"),
    ),
    "failed": ([STARTED, Event(2, "failed", "cook_0", 0, "ValueError")], Bar("cook_0", 0, 1.0, 2, "failed", "task 0")),
    "cancelled": (
        [QUEUED, Event(1, "cancelled", "MainThread", 0)],
        Mark("queue of pool 1", 1, 1, "cancelled", "f(0)"),
    ),
    "callback": ([QUEUED, Event(2, "callback", "w", 0, "cb")], Mark("w", 2, None, "callback", "cb of f(0)")),
    "callback_over": (
        [Event(2, "callback", "w", 0, "cb"), Event(4, "callback_over", "w", 0, "cb")],
        Mark("w", 2, 4, "callback", "cb of task 0"),
    ),
    "began": ([Event(1, "began", "heng", text="greenlet")], Bar("heng", -1, 1, None, "alive", "heng")),
    "ended": (
        [Event(1, "began", "heng", text="greenlet"), Event(2, "ended", "heng")],
        Bar("heng", -1, 1, 2, "ended", "heng"),
    ),
    "wait": ([QUEUED, Event(1, "wait", "w", 0, "result")], Wait("w", 1, None, "result of f(0)")),
    "woke": (
        [Event(1, "wait", "w", text="recv", on="conn 1"), Event(2, "woke", "w", text="recv")],
        Wait("w", 1, 2, "recv conn 1"),
    ),
    "accepted": (
        [Event(1, "accepted", "w", text="127.0.0.1:9", on="conn 1")],
        Mark("w", 1, 1, "accepted", "conn 1 accepted, from 127.0.0.1:9"),
    ),
    "got": ([Event(1, "got", "w", on="conn 1", size=5)], Mark("w", 1, 1, "got", "conn 1 got 5 bytes")),
    "sent": ([Event(1, "sent", "w", on="conn 1", size=5)], Mark("w", 1, 1, "sent", "conn 1 sent 5 bytes")),
    "closed": ([Event(1, "closed", "w", on="conn 1")], Mark("w", 1, 1, "closed", "conn 1 closed")),
}


def test_every_kind_has_its_drawing() -> None:
    assert set(DRAWN) == set(KINDS)


@pytest.mark.parametrize("kind", DRAWN)
def test_what_an_event_draws(kind: str) -> None:
    log, item = DRAWN[kind]
    assert item in lanes(log).items.values()


def queue(picture: Picture) -> list[tuple[float, int]]:
    steps = [item for item in picture.items.values() if isinstance(item, Step)]
    return sorted((step.time, step.change) for step in steps)


def settled(events: Sequence[Event]) -> list[str]:
    """All that is drawn, whatever the numbers; lanes without their place among their like."""
    picture = Picture()
    for event in events:
        picture.add(event)
    items = [item for item in picture.items.values() if not isinstance(item, Lane)]
    return sorted(map(repr, items)) + sorted(f"{lane.name} {lane.kind} {lane.key[:2]}" for lane in picture.lanes)


def test_the_order_of_arrival_of_different_lanes_does_not_matter() -> None:
    main = [Event(0.1 * n, "queued", "MainThread", n, f"f({n})", "pool 1", 3) for n in range(3)]
    cooks = [[Event(1 + n, "started", f"cook_{n}", n), Event(2 + n, "finished", f"cook_{n}", n)] for n in range(3)]
    expected = settled([event for lane in [main, *cooks] for event in lane])
    for seed in range(20):
        waiting = [list(lane) for lane in [main, *cooks]]
        turns = random.Random(seed).sample([n for n, lane in enumerate(waiting) for _ in lane], 9)
        arrived = [waiting[turn].pop(0) for turn in turns]
        assert settled(arrived) == expected


def test_a_task_enters_and_leaves_its_queue_once() -> None:
    assert queue(lanes([QUEUED, STARTED, FINISHED])) == [(0.0, 1), (1.0, -1)]
    assert queue(lanes([QUEUED, Event(1, "cancelled", "MainThread", 0)])) == [(0.0, 1), (1, -1)]


def test_lanes_are_sorted_main_then_pools_then_the_rest() -> None:
    events = [
        Event(0, "began", "loner", text="thread"),
        QUEUED,
        Event(0.5, "queued", "MainThread", 1, "g", "pool 2", 1),
        Event(1, "started", "baker_0", 1),
        Event(2, "started", "cook_0", 0),
    ]
    names = [lane.name for lane in lanes(events).lanes]
    assert names == ["MainThread", "queue of pool 1", "cook_0", "queue of pool 2", "baker_0", "loner"]


@pytest.mark.parametrize(
    ("lane", "text", "kind"),
    [("MainThread", "", "main"), ("process 7", "", "process"), ("heng", "greenlet", "greenlet")],
)
def test_a_lane_knows_what_it_is(lane: str, text: str, kind: str) -> None:
    kind_of_event = "began" if text else "started"
    assert lanes([Event(0, kind_of_event, lane, text=text)]).lanes[0].kind == kind


def test_a_process_that_takes_the_next_task_is_through_with_the_last() -> None:
    events = [Event(0, "started", "process 7", 0), Event(1, "started", "process 7", 1)]
    picture = lanes([*events, Event(1.5, "finished", "Thread-1", 0)])
    assert [(bar.end, bar.state) for bar in picture.of(Bar, "process 7")] == [(1, "finished"), (None, "running")]


def test_a_process_may_tell_late_that_it_began() -> None:
    events = [QUEUED, Event(3, "finished", "Thread-1", 0), Event(1, "started", "process 7", 0)]
    picture = Picture()
    for event in events:
        picture.add(event)
    assert picture.of(Bar, "process 7") == [Bar("process 7", 0, 1, 3, "finished", "f(0)", 0.0, "queue of pool 1")]


def test_a_task_run_inside_another_lies_upon_it() -> None:
    events = [Event(0, "started", "w", 0), Event(1, "started", "w", 1), Event(2, "finished", "w", 1)]
    assert [bar.depth for bar in lanes([*events, Event(3, "started", "w", 2)]).of(Bar, "w")] == [0, 1, 1]


def test_of_waits_within_waits_the_outermost_is_drawn() -> None:
    events = [Event(0, "wait", "w", text="recv"), Event(1, "wait", "w", text="switch"), Event(2, "woke", "w")]
    assert lanes([*events, Event(3, "woke", "w")]).of(Wait, "w") == [Wait("w", 0, 3, "recv")]


def test_a_wake_without_a_wait_is_nothing() -> None:
    assert lanes([Event(1, "woke", "w")]).of(Wait, "w") == []


def test_a_future_made_by_hand_leaves_a_mark() -> None:
    assert lanes([Event(1, "finished", "w", 4)]).of(Mark, "w") == [Mark("w", 1, 1, "finished", "task 4")]


def test_changes_are_told_once() -> None:
    picture = Picture()
    picture.add(STARTED)
    assert [type(item) for item in picture.take_changes().values()] == [Lane, Bar]
    assert picture.take_changes() == {}
    picture.add(FINISHED)
    assert [(type(item), getattr(item, "end", None)) for item in picture.take_changes().values()] == [(Bar, 3.0)]
