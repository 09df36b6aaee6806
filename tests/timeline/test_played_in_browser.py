"""The scheduler and the what-if panel as a learner plays with them: clicks in JupyterLab, in a real Chromium."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser import Lab, NotebookPage, lab, lab_folder, write_notebook

__all__ = ["lab", "lab_folder"]  # fixtures
pytestmark = pytest.mark.browser

GUARD = 60_000.0  # milliseconds; only what does not happen at all uses them up

SCHEDULER = """
from course.scheduler import Scheduler
pool, ran = Scheduler(workers=1), []
futures = [pool.submit(ran.append, n) for n in range(5)]
pool
"""
PLAYED = "ran, [type(future.exception()).__name__ for future in futures if future.done() and not future.cancelled()]"
DEADLOCK = """
stuck = Scheduler(workers=1)
def inner(): return 1
def outer(): return stuck.submit(inner).result()
outcome = stuck.submit(outer)
stuck
"""
WHAT_IF = """
from course.what_if import what_if
panel = what_if("threads", workers=1, tasks=4, seconds=0.05)
panel
"""
RUNS = "[(plan.kind, plan.workers, len(log.only('finished'))) for plan, log in panel.runs]"


@pytest.fixture(scope="module")
def notebook(lab: Lab, lab_folder: Path) -> NotebookPage:
    cells = [SCHEDULER, PLAYED, DEADLOCK, "outcome.done()", WHAT_IF, RUNS]
    return lab.open(write_notebook(lab_folder / "played.ipynb", cells).name)


def expect(locator: Any) -> Any:
    from playwright.sync_api import expect

    return expect(locator)


def value(notebook: NotebookPage, index: int) -> str:
    assert notebook.run(index) is None
    return str(notebook.cells()[index]["outputs"][0]["data"]["text/plain"])


def test_tasks_run_in_the_order_of_the_clicks(notebook: NotebookPage) -> None:
    assert notebook.run(0) is None
    card = notebook.output(0)
    for title, then in (
        ("Run task 3", "task 3: append(3) finished"),
        ("Fail task 2", "task 2: append(2) failed"),
        ("Run task 1", "task 1: append(1) finished"),
        ("Cancel task 4", "task 4: append(4) cancelled"),
        ("Run the task that has waited longest", "task 0: append(0) finished"),
    ):
        card.get_by_title(title, exact=True).click()
        expect(card.get_by_text(then)).to_be_visible(timeout=GUARD)
    expect(card.get_by_title("Run task 3", exact=True)).to_be_disabled()
    assert value(notebook, 1) == "([3, 1, 0], ['NoneType', 'NoneType', 'RuntimeError', 'NoneType'])"


def test_a_deadlock_is_named_and_ended_by_a_click(notebook: NotebookPage) -> None:
    assert notebook.run(2) is None
    card = notebook.output(2)
    card.get_by_title("Run task 0", exact=True).click()
    sentence = "Deadlock: worker 1 waits for the result of task 1, inner, which only worker 1 could compute."
    expect(card.get_by_role("status")).to_have_text(sentence, timeout=GUARD)
    card.get_by_title("Cancel task 1", exact=True).click()
    expect(card.get_by_text("task 0: outer failed")).to_be_visible(timeout=GUARD)
    assert value(notebook, 3) == "True"


def test_what_if_runs_again_and_compares(notebook: NotebookPage) -> None:
    assert notebook.run(4) is None
    card = notebook.output(4)
    run = card.get_by_role("button", name="Run", exact=True)
    run.click()
    expect(card.get_by_role("status").first).to_contain_text("1 thread, 4 tasks", timeout=GUARD)
    expect(run).to_be_enabled(timeout=GUARD)
    card.get_by_label("workers").fill("4")
    card.get_by_label("workers").press("Tab")
    card.get_by_role("button", name="greenlets").click()
    run.click()
    expect(card.locator(".course-timeline .ct-title")).to_have_count(2, timeout=GUARD)
    titles = card.locator(".course-timeline .ct-title")
    expect(titles.first).to_contain_text("4 greenlets", timeout=GUARD)
    expect(titles.last).to_contain_text("1 thread,")
    expect(run).to_be_enabled(timeout=GUARD)
    assert value(notebook, 5) == "[('threads', 1, 4), ('greenlets', 4, 0)]"
