"""What travels to the page, without a page: only what is new, in a ring, and everything on request."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from course.errors import CourseError
from course.timeline.items import Bar, Lane
from course.timeline.live import TEXT, Live, LiveWatch, timeline
from course.timeline.timeline import RING, Timeline
from course.watch import Event, Log, watch
from course.watch.recorder import recorder

BAR = Bar("w", 0, 0.5, None, "running", "f(0)", 0.1, "queue of pool 1")


class Sent:
    """The comm of a widget, remembered."""

    def __init__(self, widget: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
        self.states: list[Any] = []
        self.messages: list[Any] = []
        monkeypatch.setattr(widget, "send_state", lambda key=None: self.states.append(key))
        monkeypatch.setattr(widget, "send", lambda content, buffers=None: self.messages.append(content))


def test_a_batch_holds_only_what_is_new() -> None:
    widget = Timeline()
    widget.push({0: Lane("w", "thread"), 1: BAR}, 0.5)
    widget.push({1: BAR}, 0.7, over=True)
    assert [item[:2] for item in json.loads(widget.part0["items"])] == [[0, "Lane"], [1, "Bar"]]
    assert {**widget.part1, "items": json.loads(widget.part1["items"])} == {
        "batch": 1,
        "now": 0.7,
        "over": True,
        "items": [[1, "Bar", "w", 0, 0.5, None, "running", "f(0)", 0.1, "queue of pool 1", 0]],
    }
    json.dumps(widget.part0)


def test_the_ring_goes_round() -> None:
    widget = Timeline()
    for n in range(RING + 1):
        widget.push({}, float(n))
    assert (widget.part0["batch"], widget.part1["batch"]) == (RING, 1)


def test_everything_is_sent_on_request_and_nothing_else_is(monkeypatch: pytest.MonkeyPatch) -> None:
    widget = Timeline()
    sent = Sent(widget, monkeypatch)
    widget._asked(widget, "everything", None)
    assert sent.messages == []
    widget.push({1: BAR}, 0.5)
    widget.push({}, 0.6)
    widget._asked(widget, {"do": "something else"}, None)
    widget._asked(widget, "everything", None)
    (message,) = sent.messages
    assert (message["all"], message["batch"], len(json.loads(message["items"]))) == (True, 1, 1)


def test_what_is_stored_is_the_view_and_a_text_that_never_changes() -> None:
    with watch(show=False) as log, ThreadPoolExecutor(2) as pool:
        pool.submit(abs, -1)
    bundle = timeline(log)._repr_mimebundle_()
    assert bundle["text/plain"] == "2 workers: 1 task, 1 finished"
    assert set(bundle) == {"text/plain", "application/vnd.jupyter.widget-view+json"}


def test_a_live_watch_has_pushed_all_when_it_ends(capsys: pytest.CaptureFixture[str]) -> None:
    with LiveWatch() as log, ThreadPoolExecutor(2) as pool:
        for n in range(5):
            pool.submit(abs, n)
    widget = log.widget  # type: ignore[attr-defined]
    bars = [item for item in widget._items.values() if isinstance(item, Bar) and item.task >= 0]
    assert sorted(bar.task for bar in bars) == [0, 1, 2, 3, 4]
    assert {bar.state for bar in bars} == {"finished"}
    assert widget._last["over"]
    assert TEXT in capsys.readouterr().out
    log.stop()


def test_below_a_live_watch_is_a_place_for_its_static_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place()
    monkeypatch.setattr("course.timeline.live.display", lambda what, **how: place if how else None)
    with LiveWatch(), ThreadPoolExecutor(2) as pool:
        pool.submit(abs, 1)
    ((data, how),) = place.updates
    assert how == {"raw": True}
    assert data["text/plain"] == "2 workers: 1 task, 1 finished"
    assert 'class="course-lanes course-below"' in data["image/svg+xml"]


class Place:
    """An output that can be changed later."""

    def __init__(self) -> None:
        self.updates: list[Any] = []

    def update(self, data: Any, **how: Any) -> None:
        self.updates.append((data, how))


def test_its_own_thread_is_not_in_the_picture() -> None:
    with LiveWatch() as log:
        pass
    assert log.only("began", "ended", "wait") == []


def test_a_display_that_fails_puts_everything_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("course.timeline.live.display", fails)
    with pytest.raises(KeyboardInterrupt):
        LiveWatch().start()
    assert not recorder.on


def test_a_live_watch_is_used_once() -> None:
    log = LiveWatch()
    with log:
        pass
    with pytest.raises(CourseError, match="make a new one"):
        log.start()


def test_a_tick_pushes_only_what_is_new() -> None:
    log, widget = watch(show=False), Timeline()
    live = Live(log, widget)
    with log:
        recorder.record("started", 0)
        live._look()
        live._look()
        recorder.record("started", 1)
        live._look()
    assert [len(json.loads(part["items"])) for part in (widget.part0, widget.part1)] == [2, 1]
    assert widget.part2 == {}


def test_a_loaded_log_has_a_timeline() -> None:
    widget = timeline(Log([Event(0, "started", "w", 0), Event(2, "finished", "w", 0)]), until=5.0)
    assert (widget.part0["now"], widget.part0["over"], widget.until) == (2.0, True, 5.0)


def test_to_record_needs_no_notebook_at_all() -> None:
    code = (
        "import sys; from course.watch import watch\nwith watch() as log: pass\nlog.svg()\n"
        "print(sorted({'IPython', 'ipywidgets', 'anywidget', 'gevent'} & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
