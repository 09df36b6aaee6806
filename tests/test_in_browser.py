"""The interactive pieces as a learner meets them: JupyterLab in a real Chromium."""

from pathlib import Path

import pytest

from tests.browser import Lab, NotebookPage, lab, lab_folder, missing, run_notebook, write_notebook

__all__ = ["lab", "lab_folder"]  # fixtures
pytestmark = pytest.mark.browser

PREDICT = """
from course.predict import predict

@predict("How many?", ["1", "5", "20"])
def pids():
    print("printed by the experiment")
    return 1
"""
PARSONS = """
from course.parsons import parsons

puzzle = parsons(["    total += n", "total = 0", "for n in range(3):", "total == 0"])
"""


@pytest.fixture
def notebook(lab: Lab, lab_folder: Path, request: pytest.FixtureRequest) -> NotebookPage:
    """The two pieces, run, and two more cells that say what Python knows of them."""
    sources = [PREDICT, PARSONS, "pids.prediction, pids.history, pids.outcome", "puzzle.letters, puzzle.program"]
    path = write_notebook(lab_folder / f"{request.node.name}.ipynb", sources)
    notebook = lab.open(path.name)
    assert [notebook.run(0), notebook.run(1)] == [None, None]
    return notebook


def value(notebook: NotebookPage, index: int) -> str:
    """Run a cell; the text of its value."""
    assert notebook.run(index) is None
    return "".join(notebook.cells()[index]["outputs"][0]["data"]["text/plain"])


def test_predict_then_run(notebook: NotebookPage) -> None:
    from playwright.sync_api import expect

    card = notebook.output(0)
    expect(card.get_by_role("button", name="Run")).to_be_disabled()
    assert card.get_by_role("radio", checked=True).count() == 0
    card.get_by_text("5", exact=True).click()
    card.get_by_role("button", name="Run").click()
    expect(card.locator(".course-beside")).to_have_text("You predicted: 5It happened: 1")
    expect(card.get_by_text("Not as predicted")).to_be_visible()
    expect(card.get_by_text("printed by the experiment")).to_be_visible()
    expect(card.get_by_role("button", name="Run again")).to_be_enabled()
    assert value(notebook, 2) == "('5', ['5'], 1)"


def test_predict_by_keyboard(notebook: NotebookPage) -> None:
    from playwright.sync_api import expect

    card, keys = notebook.output(0), notebook.page.keyboard
    card.get_by_role("radio").first.focus()
    keys.press("Tab")
    keys.press("Space")
    expect(card.get_by_role("button", name="Run")).to_be_enabled()
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    expect(card.locator(".course-beside")).to_have_text("You predicted: 5It happened: 1")
    assert len(notebook.cells()) == 4, "a key reached the notebook instead of the card"


def test_arrange_lines(notebook: NotebookPage) -> None:
    from playwright.sync_api import expect

    card = notebook.output(1)
    for title in ("Add line A", "Add line B", "Add line D", "Add line C"):
        card.get_by_title(title).click()
    for title, answer in (("Move line B up", "BADC"), ("Remove line D", "BAC"), ("Move line A down", "BCA")):
        card.get_by_title(title).click()
        # or the lines move under the next click
        expect(card.get_by_role("status")).to_have_text(f'Your answer: "{answer}"')
    expect(card.get_by_title("Add line D")).to_be_enabled()
    assert value(notebook, 3) == r"('BCA', 'total = 0\nfor n in range(3):\n    total += n\n')"


def test_the_focus_follows_the_line(notebook: NotebookPage) -> None:
    from playwright.sync_api import expect

    card, keys = notebook.output(1), notebook.page.keyboard
    card.get_by_title("Add line A").focus()
    for letter in "BCD":
        keys.press("Space")
        expect(card.get_by_title(f"Add line {letter}")).to_be_focused()
    card.get_by_title("Move line C up").focus()
    for letters in ("ACB", "CAB"):
        keys.press("Space")
        expect(card.get_by_role("status")).to_have_text(f'Your answer: "{letters}"')
        expect(card.get_by_title("Move line C up")).to_be_focused()


def test_a_notebook_run_top_to_bottom_names_the_cells_that_fail(tmp_path: Path) -> None:
    if reason := missing():
        pytest.skip(reason)
    path = write_notebook(tmp_path / "fails.ipynb", ["1 / 0", "1 + 1", "nowhere", "import time; time.sleep(60)", "1"])
    failures = [str(failure) for failure in run_notebook(path, seconds=5)]
    assert failures == [
        "cell 0 (cell-0, '1 / 0'): ZeroDivisionError: division by zero",
        "cell 2 (cell-2, 'nowhere'): NameError: name 'nowhere' is not defined",
        "cell 3 (cell-3, 'import time; time.sleep(60)'): still running after 5 s",
    ]
