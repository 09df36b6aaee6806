import threading
from typing import Any

import ipywidgets as widgets
import pytest
from IPython.core.formatters import DisplayFormatter

from course.crowd import CrowdPanel
from course.errors import CourseError
from tests.crowd import servers
from tests.crowd.servers import GUARD, serving

ELSEWHERE = ("127.0.0.1", 9)


def find(panel: CrowdPanel, kind: type) -> list[Any]:
    """All widgets of a kind on the card, from top to bottom."""
    found, boxes = [], [panel._view.box]
    while boxes:
        box = boxes.pop(0)
        found += [box] if isinstance(box, kind) else []
        boxes = [*getattr(box, "children", []), *boxes]
    return found


def buttons(panel: CrowdPanel) -> tuple[Any, Any]:
    start, stop = find(panel, widgets.Button)
    return start, stop


def shown(panel: CrowdPanel) -> str:
    return str(find(panel, widgets.HTML)[-1].value)


def test_start_sends_the_crowd_that_was_asked_for() -> None:
    with serving(servers.echo) as address:
        panel = CrowdPanel(address, n=3)
        find(panel, widgets.IntText)[0].value = 8
        find(panel, widgets.IntText)[1].value = 2
        find(panel, widgets.FloatSlider)[0].value = 0.5
        buttons(panel)[0].click()
        counts = panel.wait()
    assert (counts.connected, counts.answered, counts.requests) == (8, 4, 8)
    assert panel.counts.requests == 8


def test_all_may_knock_at_once() -> None:
    with serving(servers.echo) as address:
        panel = CrowdPanel(address, n=3)
        find(panel, widgets.Checkbox)[0].value = True
        panel.start()
        assert panel._crowd is not None
        assert panel._crowd._rush == ["--rush"]
        panel.wait()


def test_what_was_counted_is_shown() -> None:
    with serving(servers.echo) as address:
        panel = CrowdPanel(address, n=8)
        panel.start().wait()
    for tile in ("<b>8 of 8</b>connected", "<b>8</b>got all answers", "<b>24</b>requests", "half within", "closed"):
        assert tile in shown(panel)


def test_failures_are_shown_by_reason() -> None:
    with serving(servers.lower_case) as address:
        panel = CrowdPanel(address, n=4)
        panel.start().wait()
    assert "<b>4</b>failed: wrong answer" in shown(panel)


def test_one_crowd_at_a_time() -> None:
    with serving(servers.silent) as address:
        panel = CrowdPanel(address, n=2)
        assert [button.disabled for button in buttons(panel)] == [False, True]
        panel.start()
        assert [button.disabled for button in buttons(panel)] == [True, False]
        with pytest.raises(CourseError, match="under way"):
            panel.start()
        buttons(panel)[1].click()
        assert [button.disabled for button in buttons(panel)] == [False, True]
        panel.start()
        panel.stop()
    assert panel.counts.phase == "closed"


def test_counts_are_live_while_the_crowd_waits() -> None:
    live = threading.Event()
    with serving(servers.silent) as address:
        panel = CrowdPanel(address, n=5)
        find(panel, widgets.HTML)[-1].observe(lambda change: "5 of 5" in change["new"] and live.set(), "value")
        panel.start()
        assert live.wait(GUARD)
        panel.stop()


def test_nonsense_is_answered_with_a_sentence() -> None:
    panel = CrowdPanel(ELSEWHERE)
    find(panel, widgets.IntText)[0].value = 0
    buttons(panel)[0].click()
    assert "n=0 makes no crowd: give a whole number from 1 on." in shown(panel)
    assert [button.disabled for button in buttons(panel)] == [False, True]
    find(panel, widgets.IntText)[0].value = 100_000_000
    buttons(panel)[0].click()
    assert "descriptors in each process" in shown(panel)
    assert [button.disabled for button in buttons(panel)] == [False, True]


def test_a_crash_of_the_crowd_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.crowd.child.CLIENT", "course.crowd.no_such_module")
    panel = CrowdPanel(ELSEWHERE)
    panel.start()
    with pytest.raises(RuntimeError):
        panel.wait()
    assert "No module named" in shown(panel)
    assert [button.disabled for button in buttons(panel)] == [False, True]


@pytest.mark.parametrize("wrong", [{"address": "here"}, {"n": 0}, {"idle": 2.0}])
def test_a_panel_that_could_never_work_is_not_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(CourseError):
        CrowdPanel(**{"address": ELSEWHERE, **wrong})


def test_before_a_start_there_is_nothing_to_wait_for_and_nothing_to_stop() -> None:
    panel = CrowdPanel(ELSEWHERE, n=7)
    panel.stop()
    assert (panel.wait().n, panel.wait().connected) == (7, 0)


def test_without_a_front_end_it_is_text() -> None:
    panel = CrowdPanel(ELSEWHERE, n=7, messages=2, idle=0.25)
    data, _ = DisplayFormatter().format(panel)
    assert data["text/plain"] == repr(panel)
    assert "application/vnd.jupyter.widget-view+json" in data
    assert repr(panel) == (
        "A crowd for your server: 7 clients, 2 messages each, 25% silent.\nWithout buttons: print(panel.start().wait())"
    )
