"""The timeline as a learner meets it: JupyterLab in a real Chromium."""

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
RUN_AND_GO_ON = """index => {
    const app = window.jupyterapp;
    app.shell.currentWidget.content.activeCellIndex = index;
    app.commands.execute('notebook:run-cell');
}"""


@pytest.fixture(scope="module")
def notebook(lab: Lab, lab_folder: Path) -> NotebookPage:
    path = write_notebook(lab_folder / "timeline.ipynb", [SETUP, RUN, "run.timeline", "len(run.only('finished'))"])
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
    assert len(notebook.cells()) == 4, "a key reached the notebook instead of the timeline"


def test_a_log_that_is_complete_has_the_same_timeline(notebook: NotebookPage, card: Any) -> None:
    assert notebook.run(2) is None
    expect(notebook.output(2).get_by_role("status")).to_contain_text("3 finished, 1 failed")
    assert notebook.run(3) is None
    assert notebook.cells()[3]["outputs"][0]["data"]["text/plain"] == "3"
