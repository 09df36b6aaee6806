"""Drive notebooks in JupyterLab, in a real headless Chromium.

    with chromium_lab(folder) as lab:
        notebook = lab.open("pools.ipynb")
        failures = notebook.run_all()

`run_notebook(path)` does all of that for one notebook. Everything started here is ended here, by its own handle.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tests.lab_server import START, lab_server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CELL = 120.0  #: seconds one cell may take

_READY = """() => {
    const panel = window.jupyterapp?.shell.currentWidget;
    return panel?.context?.isReady && panel.sessionContext?.isReady
        && panel.sessionContext.session?.kernel?.status === 'idle';
}"""
_RUN = """async ([index, seconds]) => {
    const app = window.jupyterapp, notebook = app.shell.currentWidget.content;
    notebook.activeCellIndex = index;
    const late = new Promise(done => setTimeout(() => done('late'), seconds * 1000));
    return await Promise.race([app.commands.execute('notebook:run-cell').then(() => 'over'), late]);
}"""
_CELLS = "() => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells"


def missing() -> str:
    """Why no browser test can run on this machine, in one sentence; '' if it can."""
    if not shutil.which("chromium"):
        return "no Chromium here: `apt-get install chromium` brings it"
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "no playwright here: `pip install playwright` brings it"
    return ""


@dataclass(frozen=True)
class Failure:
    """A cell that did not work: its place from 0, its id, its first line of source, and one sentence."""

    index: int
    cell_id: str
    first_line: str
    sentence: str

    def __str__(self) -> str:
        return f"cell {self.index} ({self.cell_id}, {self.first_line!r}): {self.sentence}"


class NotebookPage:
    """One notebook, open in JupyterLab. `page` is playwright's Page."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def cells(self) -> list[dict[str, Any]]:
        """All cells as nbformat dictionaries, with their present outputs."""
        cells: list[dict[str, Any]] = self.page.evaluate(_CELLS)
        return cells

    def run(self, index: int, seconds: float = CELL) -> Failure | None:
        """Run one cell and wait for its end; what failed, or None."""
        state = self.page.evaluate(_RUN, [index, seconds])
        cell = self.cells()[index]
        if state == "late":
            return _failure(index, cell, f"still running after {seconds:.0f} s")
        errors = [o for o in cell.get("outputs", []) if o["output_type"] == "error"]
        if errors:
            return _failure(index, cell, f"{errors[0]['ename']}: {errors[0]['evalue']}")
        return None

    def run_all(self, seconds: float = CELL) -> list[Failure]:
        """Run every cell in order, past errors too, but not past a cell that does not end."""
        failures = []
        for index, cell in enumerate(self.cells()):
            failure = self.run(index, seconds) if cell["cell_type"] == "code" else None
            if failure:
                failures.append(failure)
                if failure.sentence.startswith("still running"):
                    break
        return failures

    def output(self, index: int) -> Any:
        """The output area of a cell, as a playwright Locator."""
        return self.page.locator(".jp-Notebook .jp-Cell").nth(index).locator(".jp-Cell-outputArea")


def _failure(index: int, cell: dict[str, Any], sentence: str) -> Failure:
    source = "".join(cell["source"]).strip()
    return Failure(index, cell.get("id", "?"), source.split("\n")[0][:60], " ".join(sentence.split()))


class Lab:
    """A JupyterLab server on 127.0.0.1 and a browser that looks at it."""

    def __init__(self, url: str, token: str, browser: Any) -> None:
        self._url, self._token, self._browser = url, token, browser

    def open(self, name: str, width: int = 1280, height: int = 900) -> NotebookPage:
        """Open a notebook of the folder in a fresh window and wait until its kernel is idle."""
        page = self._window(width, height)
        page.goto(f"{self._url}lab/tree/{name}?token={self._token}&reset")
        page.wait_for_function(_READY)
        return NotebookPage(page)

    def page(self, path: str) -> Any:
        """Another page of the server, in a fresh window: a playwright Page."""
        page = self._window(1280, 900)
        page.goto(f"{self._url}tree?token={self._token}")  # logs in; formgrader's own pages take no token
        page.goto(f"{self._url}{path}")
        return page

    def _window(self, width: int, height: int) -> Any:
        page = self._browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(START * 1000)
        return page


def write_notebook(path: Path, sources: list[str]) -> Path:
    """Write a notebook of these code cells; it names its kernel, else JupyterLab would ask for one."""
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    cells = [new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(sources)]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path


@contextmanager
def chromium_lab(folder: Path, *, dark: bool = False) -> Iterator[Lab]:
    """JupyterLab serving `folder`, with settings of its own, in Chromium. RuntimeError if the server does not start."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=START * 1000)  # five seconds are used up by a busy machine, not by wrong code alone
    with lab_server(folder, dark=dark) as (url, token), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            yield Lab(url, token, browser)
        finally:
            browser.close()


def run_notebook(path: Path, seconds: float = CELL) -> list[Failure]:
    """Run a notebook top to bottom in Chromium, in a copy of its folder; the cells that failed."""
    # On a thread of its own: playwright allows one session per thread, and a test may hold one already.
    with TemporaryDirectory() as scratch, ThreadPoolExecutor(1) as thread:
        folder = Path(shutil.copytree(path.parent, Path(scratch) / path.parent.name))
        return thread.submit(_run_copy, folder, path.name, seconds).result()


def _run_copy(folder: Path, name: str, seconds: float) -> list[Failure]:
    with chromium_lab(folder) as lab:
        return lab.open(name).run_all(seconds)


@pytest.fixture(scope="module")
def lab_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `lab` serves: put notebooks there."""
    return tmp_path_factory.mktemp("lab")


@pytest.fixture(scope="module")
def lab(lab_folder: Path) -> Iterator[Lab]:
    """A Lab for the tests of one module; skips, with the reason, where no browser can run."""
    if reason := missing():
        pytest.skip(reason)
    with chromium_lab(lab_folder) as started:
        yield started
