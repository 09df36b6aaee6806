"""The panel as a learner meets it: JupyterLab in a real Chromium, the server on threads of the kernel."""

import re
import socket
from pathlib import Path

import pytest

from tests.browser import Lab, NotebookPage, lab, lab_folder, write_notebook
from tests.crowd.servers import GUARD

__all__ = ["lab", "lab_folder"]  # fixtures
pytestmark = pytest.mark.browser

# Nobody gets an answer before somebody has said "open".
SERVER = """
import socket, threading
gate = threading.Event()
server = socket.create_server(("127.0.0.1", 0), backlog=128)

def talk(conn):
    while data := conn.recv(1024):
        gate.set() if data == b"open" else gate.wait()
        conn.sendall(data.upper())

def serve():
    while True:
        threading.Thread(target=talk, args=(server.accept()[0],), daemon=True).start()

threading.Thread(target=serve, daemon=True).start()
print("port", server.getsockname()[1])
"""
PANEL = """
from course.crowd import CrowdPanel
panel = CrowdPanel(server.getsockname(), n=30)
panel
"""
RUN_AND_GO_ON = """index => {
    const app = window.jupyterapp;
    app.shell.currentWidget.content.activeCellIndex = index;
    app.commands.execute('notebook:run-cell');
}"""


@pytest.fixture
def notebook(lab: Lab, lab_folder: Path, request: pytest.FixtureRequest) -> NotebookPage:
    sources = [SERVER, PANEL, "panel.start().wait()", "panel.counts.connected, panel.counts.answered"]
    notebook = lab.open(write_notebook(lab_folder / f"{request.node.name}.ipynb", sources).name)
    assert [notebook.run(0), notebook.run(1)] == [None, None]
    return notebook


def open_gate(notebook: NotebookPage) -> None:
    text = "".join(notebook.cells()[0]["outputs"][0]["text"])
    with socket.create_connection(("127.0.0.1", int(text.split()[1])), GUARD) as client:
        client.sendall(b"open")
        assert client.recv(4) == b"OPEN"


def test_start_sends_the_crowd_and_stop_calls_it_back(notebook: NotebookPage) -> None:
    from playwright.sync_api import expect

    card = notebook.output(1)
    expect(card.get_by_role("button", name="Stop")).to_be_disabled()
    card.get_by_role("button", name="Start").click()
    expect(card.get_by_text("30 of 30")).to_be_visible()
    expect(card.get_by_text(re.compile("30 accepted"))).to_be_visible()
    card.get_by_role("button", name="Stop").click()
    expect(card.get_by_text("closed")).to_be_visible()
    expect(card.get_by_role("button", name="Start")).to_be_enabled()
    assert notebook.run(3) is None
    assert notebook.cells()[3]["outputs"][0]["data"]["text/plain"] == "(30, 0)"


def test_the_panel_is_live_while_a_cell_keeps_the_kernel_busy(notebook: NotebookPage) -> None:
    from playwright.sync_api import expect

    card = notebook.output(1)
    notebook.page.evaluate(RUN_AND_GO_ON, 2)
    expect(card.get_by_text("30 of 30")).to_be_visible()
    expect(card.locator(".course-crowd-tiles div").nth(1)).to_have_text("0got all answers")
    open_gate(notebook)
    expect(card.locator(".course-crowd-tiles div").nth(1)).to_have_text("30got all answers")
    expect(card.get_by_text("99 % within")).to_be_visible()
    assert notebook.run(3) is None
    assert notebook.cells()[3]["outputs"][0]["data"]["text/plain"] == "(30, 30)"


def test_nonsense_is_answered_with_a_sentence(notebook: NotebookPage) -> None:
    from playwright.sync_api import expect

    card = notebook.output(1)
    card.locator("input[type=number]").first.fill("0")
    card.locator("input[type=number]").first.press("Tab")
    card.get_by_role("button", name="Start").click()
    expect(card.get_by_role("status")).to_have_text(re.compile("n=0 makes no crowd"))
