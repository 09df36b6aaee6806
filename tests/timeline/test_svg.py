"""The static picture: the same for the same log, all names escaped, well-formed."""

import itertools
from xml.etree import ElementTree

import pytest

from course.timeline.items import Bar, Step, Wait
from course.timeline.lanes import lanes
from course.timeline.layout import fitting, levels, merged, naps, rows, scale, short, tick_text, ticks, turns
from course.timeline.legend import LEGEND
from course.timeline.svg import MOST, WIDTH, svg
from course.watch import Event

EVIL = '<script>alert("x")</script>&'


def log(tasks: int = 3, name: str = "f", lane: str = "cook_0") -> list[Event]:
    events = [Event(0, "queued", "MainThread", n, name, "pool 1", 1) for n in range(tasks)]
    for n in range(tasks):
        events += [Event(n + 1, "started", lane, n), Event(n + 1.5, "finished", lane, n)]
    return events


def elements(text: str, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(text).iter(f"{{http://www.w3.org/2000/svg}}{name}"))


def test_a_bar_for_each_task_and_a_title_for_each_bar() -> None:
    *bars, _ = (rect for rect in elements(svg(log()), "rect") if rect.get("class") == "finished")
    assert len(bars) == 3
    assert len({bar.get("x") for bar in bars}) == 3
    titles = [title.text for title in elements(svg(log()), "title")]
    assert "f: finished, queued 1.00 s, for 500.0 ms from 1.00 s on cook_0" in titles


def test_the_same_log_gives_the_same_picture() -> None:
    assert svg(log()) == svg(list(reversed(log())))


def test_names_are_escaped() -> None:
    events = log(name=EVIL, lane=EVIL)
    events += [Event(9, "callback", EVIL, 0, EVIL), Event(9, "wait", EVIL, text=EVIL), Event(10, "woke", EVIL)]
    text = svg(events)
    assert "<script" not in text
    assert EVIL in [title.text for title in elements(text, "title")]


def test_the_legend_says_what_the_colours_mean_inside_the_picture() -> None:
    texts = {text.text: float(text.get("x", 0)) for text in elements(svg(log()), "text")}
    assert {words for _, words in LEGEND} <= set(texts)
    assert max(texts[words] + 6 * len(words) for _, words in LEGEND) < WIDTH


def test_an_empty_log_is_a_picture_too() -> None:
    assert "nothing recorded" in svg([])


def test_too_many_lanes_are_counted() -> None:
    events = [Event(0, "began", f"Thread-{n}", text="thread") for n in range(MOST + 7)]
    assert "7 more lanes not drawn" in svg(events)


def test_a_thousand_tasks_on_a_pixel_are_one_rectangle() -> None:
    events = [Event(0.001 * n, "started", "w", n) for n in range(1000)]
    events += [Event(0.001 * n + 0.0009, "finished", "w", n) for n in range(1000)]
    x = scale(0, 100, 958)
    groups = merged(lanes(events).of(Bar, "w"), x, 100)  # type: ignore[arg-type]
    assert [number for _, _, number in groups] == [1000]
    assert len(elements(svg(events, until=100), "rect")) < 10 + len(LEGEND)


def test_a_bar_that_can_be_seen_keeps_its_name_beside_a_thin_one() -> None:
    bars = [Bar("w", 0, 0.0, 50.0, "finished"), Bar("w", 1, 50.0, 50.1, "finished")]
    assert [number for _, _, number in merged(bars, scale(0, 100, 900), 100)] == [1, 1]


def test_a_failed_task_among_finished_ones_is_not_merged_away() -> None:
    bars = [Bar("w", n, n, n + 0.9, "failed" if n == 5 else "finished") for n in range(10)]
    assert [number for _, _, number in merged(bars, scale(0, 1e6, 900), 1e6)] == [5, 1, 4]


@pytest.mark.parametrize(("begin", "end"), [(0, 1e-5), (0, 0.173), (0.2, 0.3), (0, 59), (0, 3600)])
def test_ticks_are_few_round_and_inside(begin: float, end: float) -> None:
    found = ticks(begin, end)
    assert 2 <= len(found) <= 9
    assert begin <= found[0]
    assert found[-1] <= end
    step = found[1] - found[0]
    assert len({tick_text(time, step) for time in found}) == len(found)


def test_many_short_waits_are_one_hatched_strip() -> None:
    waits = [Wait("w", 0.01 * n, 0.01 * n + 0.0099, "sleep") for n in range(100)]
    assert naps(waits, scale(0, 10, 958), 10) == [(waits[0], waits[-1].end)]


def test_a_greenlet_runs_when_it_does_not_wait() -> None:
    life = Bar("g", -1, 1.0, 9.0, "ended")
    waits = [Wait("g", 2.0, 3.0, "sleep"), Wait("g", 5.0, 8.0, "sleep")]
    assert turns(life, waits, scale(0, 10, 970), 10.0) == [(1.0, 2.0, 1.0), (3.0, 5.0, 2.0), (8.0, 9.0, 1.0)]


def test_turns_within_a_pixel_are_one_that_knows_how_long_it_ran() -> None:
    waits = [Wait("g", n + 0.25, n + 1.0, "sleep") for n in range(4)]
    (turn,) = turns(Bar("g", -1, 0.0), waits, scale(0, 10_000, 970), 4.0)
    assert turn == (0.0, 3.25, 1.0)


def test_a_greenlet_that_waits_until_the_end_has_no_last_turn() -> None:
    waits = [Wait("g", 1.0, None, "recv")]
    assert turns(Bar("g", -1, 0.0), waits, scale(0, 10, 970), 10.0) == [(0.0, 1.0, 1.0)]


def test_the_turns_of_a_greenlet_are_drawn() -> None:
    events = [Event(0, "began", "g", text="greenlet"), Event(2, "wait", "g", text="sleep"), Event(4, "woke", "g")]
    drawn = [rect for rect in elements(svg([*events, Event(5, "ended", "g")]), "rect") if rect.get("fill-opacity")]
    assert [rect.get("class") for rect in drawn[1:]] == ["running", "running"]


def test_the_length_of_a_queue() -> None:
    steps = [Step("q", 0, 1), Step("q", 2, -1), Step("q", 0, 1), Step("q", 1, -1)]
    assert levels(steps) == [(0, 2), (1, 1), (2, 0)]


def test_rows_follow_each_other() -> None:
    found = rows(lanes(log()).lanes)
    assert [below.y - row.y for row, below in itertools.pairwise(found)] == [r.height for r in found[:-1]]


def test_a_long_name_loses_its_beginning() -> None:
    assert short("cook_0") == "cook_0"
    assert short("ThreadPoolExecutor-12_3") == "…eadPoolExecutor-12_3"


@pytest.mark.parametrize(("width", "text"), [(100, "✓ task(12)"), (60, "✓ 12"), (20, "12"), (10, "")])
def test_a_bar_tells_as_much_of_its_name_as_it_holds(width: float, text: str) -> None:
    assert fitting("task(12)", "✓ ", width) == text


def test_a_name_without_arguments_fits_whole_or_not_at_all() -> None:
    assert fitting("task", "", 20) == ""


def test_a_task_that_fails_at_once_can_be_seen() -> None:
    ends = Event(1e-6, "failed", "cook_0", 7, "ValueError")
    picture = svg(
        [Event(0, "queued", "MainThread", 7, "f", "pool 1", 1), Event(0, "started", "cook_0", 7), ends, *log()]
    )
    bar, _ = (rect for rect in elements(picture, "rect") if rect.get("class") == "failed")
    assert bar.get("width") == "3.0"
