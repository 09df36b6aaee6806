"""The timeline as a learner meets it: JupyterLab in a real Chromium."""

import re
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.browser import Lab, NotebookPage, lab, lab_folder, write_notebook

__all__ = ["lab", "lab_folder"]  # fixtures
pytestmark = pytest.mark.browser

GUARD = 60.0

# Nobody is through before somebody has connected.
SETUP = """
import socket, threading
from concurrent.futures import ThreadPoolExecutor
%load_ext course.watch
door, gate = socket.create_server(("127.0.0.1", 0)), threading.Event()
threading.Thread(target=lambda: (door.accept(), gate.set()), daemon=True).start()

def task(name):
    gate.wait()
    if name == 3:
        raise ValueError
print("port", door.getsockname()[1])
"""
RUN = """%%watch run
with ThreadPoolExecutor(2, thread_name_prefix="cook") as pool:
    futures = [pool.submit(task, name) for name in (0, "<b>&", 2, 3)]
"""
# Caught, because JupyterLab would not run a cell that was waiting behind one that failed.
STUCK = """
from course.watch import watch
try:
    with watch() as stuck:
        threading.Event().wait()
except KeyboardInterrupt:
    print("interrupted")
"""
RESTORED = """from course.watch.recorder import recorder
recorder.on, "watch" in ThreadPoolExecutor.submit.__code__.co_filename, len(stuck.only("wait")), stuck.ended"""
# Each task, and each wait, is narrower than a pixel.
MANY = """from course.watch import Event, Log
begins = [Event(n / 2000, "started", "cook", n) for n in range(2000)]
ends = [Event((n + 0.9) / 2000, "finished", "cook", n) for n in range(2000)]
waits = [Event(n / 2000, ("wait", "woke")[n % 2], "idler", text=("sleep", "lock")[n // 2 % 2]) for n in range(2000)]
Log([*begins, *ends, *waits, Event(0.5, "cancelled", "cook", 2000)]).timeline"""
RUN_AND_GO_ON = """index => {
    const app = window.jupyterapp;
    app.shell.currentWidget.content.activeCellIndex = index;
    app.commands.execute('notebook:run-cell');
}"""


@pytest.fixture(scope="module")
def notebook(lab: Lab, lab_folder: Path) -> NotebookPage:
    cells = [SETUP, RUN, "run.timeline", "len(run.only('finished'))", STUCK, RESTORED, MANY]
    path = write_notebook(lab_folder / "timeline.ipynb", cells)
    notebook = lab.open(path.name)
    assert notebook.run(0) is None
    return notebook


def expect(locator: Any) -> Any:
    from playwright.sync_api import expect

    return expect(locator)


def state(card: Any, name: str) -> None:
    expect(card.locator(".course-timeline")).to_have_attribute("data-state", name, timeout=GUARD * 1000)


@pytest.fixture(scope="module")
def card(notebook: NotebookPage) -> Any:
    """The timeline of a cell that was looked at while it ran and has ended."""
    card = notebook.output(1)
    notebook.page.evaluate(RUN_AND_GO_ON, 1)
    expect(card.locator("rect.ct-running")).to_have_count(2)  # while the cell is blocked in shutdown(wait=True)
    state(card, "live")
    expect(card.locator(".ct-status")).to_contain_text("2 running")
    # a clock that runs is not read out sixty times a second
    expect(card.locator(".ct-status")).to_have_attribute("aria-live", "off")
    assert notebook.cells()[1]["execution_count"] is None
    before = card.locator(".ct-status").inner_text()
    expect(card.locator(".ct-status")).not_to_have_text(before)  # the clock goes on
    port = int("".join(notebook.cells()[0]["outputs"][0]["text"]).split()[1])
    socket.create_connection(("127.0.0.1", port), GUARD).close()
    state(card, "over")
    return card


def test_bars_appear_while_the_cell_runs(card: Any) -> None:
    expect(card.get_by_role("img", name="task(0), finished")).to_have_count(1)
    expect(card.get_by_role("img", name="task(3), failed")).to_have_count(1)
    expect(card.get_by_role("status")).to_contain_text("3 finished, 1 failed")
    expect(card.get_by_text("2 workers: 4 tasks, 3 finished, 1 failed")).to_be_visible()


def test_names_are_text(card: Any) -> None:
    expect(card.get_by_role("img", name="task('<b>&'), finished")).to_have_count(1)
    assert card.locator("b").count() == 0


def test_a_screen_reader_hears_what_is_over_and_the_slider_s_time(card: Any) -> None:
    expect(card.get_by_role("status")).to_have_attribute("aria-live", "polite")
    expect(card.get_by_label("Time shown")).to_have_attribute("aria-valuetext", re.compile(r"^[\d.]+ m?s$"))
    expect(card.get_by_role("group", name="Legend")).to_contain_text("✗ failed")


def test_zoom_and_fit(card: Any) -> None:
    bar = card.get_by_role("img", name="task(0), finished")
    width = float(bar.get_attribute("width"))
    card.get_by_role("button", name="Zoom in").click()
    card.get_by_role("button", name="Zoom in").click()
    expect(bar).not_to_have_attribute("width", f"{width:.1f}")
    card.get_by_role("button", name="Show everything").click()
    expect(bar).to_have_attribute("width", f"{width:.1f}")


def test_hover_tells_the_story_and_draws_the_arrow(card: Any) -> None:
    card.get_by_role("img", name="task(0), finished").hover()
    expect(card.get_by_role("status")).to_contain_text("task(0): finished, queued")
    expect(card.locator(".ct-arrow:not(.ct-halo)")).to_have_count(1)


def test_a_click_keeps_what_is_told_until_escape(notebook: NotebookPage, card: Any) -> None:
    card.get_by_role("img", name="task(3), failed").click()
    card.locator(".ct-legend").hover()
    expect(card.get_by_role("status")).to_contain_text("task(3): failed, queued")
    notebook.page.keyboard.press("Escape")
    expect(card.get_by_role("status")).to_contain_text("3 finished, 1 failed")


def test_the_pointer_tells_its_time_and_moves_the_picture(notebook: NotebookPage, card: Any) -> None:
    mouse, chart = notebook.page.mouse, card.locator(".ct-chart")
    lane = card.locator("rect.ct-names").nth(2).bounding_box()
    x, y = lane["x"] + lane["width"] + 150, lane["y"] + lane["height"] - 2
    mouse.move(x, y)
    expect(card.locator(".ct-time")).to_have_text(re.compile(r"\d m?s$"))
    bar = card.get_by_role("img", name="task(0), finished")
    place = float(bar.get_attribute("x"))
    mouse.down()
    mouse.move(x + 40, y, steps=4)
    mouse.up()
    expect(bar).to_have_attribute("x", f"{place + 40:.1f}")
    mouse.wheel(0, 1)
    expect(card.get_by_role("status")).to_contain_text("To zoom: hold Ctrl")
    chart.focus()
    notebook.page.keyboard.press("0")
    expect(bar).to_have_attribute("x", f"{place:.1f}")


def test_the_static_picture_is_there_for_others_only(notebook: NotebookPage, card: Any) -> None:
    pictures = [output["data"].get("image/svg+xml", "") for output in notebook.cells()[1]["outputs"]]
    assert sum("2 workers: 4 tasks, 3 finished, 1 failed" in picture for picture in pictures) == 1
    expect(card.locator("img[src*=course-below]")).to_be_hidden()


def test_replay_at_any_speed(card: Any) -> None:
    speed = card.get_by_label("Replay speed")
    speed.fill("0.001")
    card.get_by_role("button", name="Replay from the beginning").click()
    state(card, "replay")
    expect(card.locator("rect.ct-failed")).to_have_count(0)
    card.get_by_role("button", name="Pause").click()
    state(card, "paused")
    speed.fill("1000")
    card.get_by_role("button", name="Replay from the beginning").click()
    state(card, "over")
    expect(card.locator("rect.ct-failed")).to_have_count(1)


def test_a_paused_replay_goes_on_from_where_it_was(card: Any) -> None:
    speed, pause = card.get_by_label("Replay speed"), card.get_by_label(re.compile("Pause|Go on"))
    speed.fill("0.001")
    card.get_by_role("button", name="Replay from the beginning").click()
    state(card, "replay")
    pause.click()
    state(card, "paused")
    pause.click()
    state(card, "replay")
    expect(card.locator("rect.ct-failed")).to_have_count(0)
    speed.fill("1000")
    state(card, "over")


def test_another_speed_does_not_jump(card: Any) -> None:
    jumped = """card => {
        const view = card.parentElement.timeline, now = performance.now;
        try {
            let time = 0;
            performance.now = () => time;
            const at = (later, speed) => {
                time = later;
                view.speed.value = speed;
                view.speed.dispatchEvent(new Event('input'));
                return view.time();
            };
            view.speed.value = '0.1';
            view.play();
            return [at(1000, '10'), at(1100, '0'), at(1200, '0.5'), at(2200, '1')].map((t) => Number(t.toFixed(6)));
        } finally {
            performance.now = now;
            view.replay = null;
            view.speed.value = '1';
            view.fit();
        }
    }"""
    assert card.locator(".course-timeline").evaluate(jumped) == [0.1, 1.1, 2.1, 2.6]
    state(card, "over")


def test_by_keyboard(notebook: NotebookPage, card: Any) -> None:
    keys = notebook.page.keyboard
    card.locator(".ct-chart").focus()
    for key in ("Home", "ArrowDown", "ArrowDown", "ArrowRight"):
        keys.press(key)
    expect(card.get_by_role("status")).to_contain_text("on cook_")
    keys.press("Space")
    state(card, "paused")
    keys.press("Space")
    state(card, "over")
    assert len(notebook.cells()) == 7, "a key reached the notebook instead of the timeline"


def test_a_log_that_is_complete_has_the_same_timeline(notebook: NotebookPage, card: Any) -> None:
    assert notebook.run(2) is None
    expect(notebook.output(2).get_by_role("status")).to_contain_text("3 finished, 1 failed")
    assert notebook.run(3) is None
    assert notebook.cells()[3]["outputs"][0]["data"]["text/plain"] == "3"


def test_an_interrupted_cell_keeps_its_picture_and_puts_everything_back(notebook: NotebookPage) -> None:
    notebook.page.evaluate(RUN_AND_GO_ON, 4)
    card = notebook.output(4)
    expect(card.locator("rect.ct-wait")).to_have_count(1, timeout=GUARD * 1000)
    notebook.page.evaluate("() => { window.jupyterapp.commands.execute('notebook:interrupt-kernel') }")
    state(card, "over")
    expect(card.get_by_text("interrupted")).to_be_visible(timeout=GUARD * 1000)
    assert notebook.run(5) is None
    assert notebook.cells()[5]["outputs"][0]["data"]["text/plain"] == "(False, False, 1, True)"


@pytest.fixture(scope="module")
def many(notebook: NotebookPage) -> Any:
    """The timeline of two thousand tasks."""
    assert notebook.run(6) is None
    return notebook.output(6)


def test_what_is_drawn_as_one_is_told_as_one(many: Any) -> None:
    many.get_by_role("img", name="2000 tasks, finished").hover()
    expect(many.get_by_role("status")).to_contain_text("2000 tasks, finished, from 0.0 ms to 1")
    bar, frame = (many.locator(each).bounding_box() for each in ("rect.ct-task", "rect.ct-chosen"))
    assert frame["width"] >= bar["width"]
    many.locator("rect.ct-wait").hover()
    expect(many.get_by_role("status")).to_contain_text(re.compile("^idler waits 1000 times: sleep and others, 999"))


def test_cancelled_tasks_are_counted(many: Any) -> None:
    many.locator(".ct-legend").hover()
    expect(many.get_by_role("status")).to_contain_text("2000 finished, 1 cancelled")


def test_the_time_under_the_pointer_hides_the_tick_below_it(many: Any, notebook: NotebookPage) -> None:
    many.locator(".ct-legend").hover()
    ticks = many.locator(".ct-tick")
    expect(ticks.filter(has_text="0.4 s")).to_have_count(1)
    place = ticks.filter(has_text="0.4 s").bounding_box()
    notebook.page.mouse.move(place["x"] + place["width"], place["y"] + place["height"] + 10)
    expect(ticks.filter(has_text="0.4 s")).to_have_count(0)
    expect(ticks.filter(has_text="0.2 s")).to_have_count(1)
