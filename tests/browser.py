"""Drive notebooks in JupyterLab, in a real headless Chromium.

    with chromium_lab(folder) as lab:
        notebook = lab.open("pools.ipynb")
        failures = notebook.run_all()

`run_notebook(path)` does all of that for one notebook. Everything started here is ended here, by its own handle.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START = 90.0  #: seconds a server may take on a machine that is busy with something else
CELL = 120.0  #: seconds one cell may take

#: Without windowing every cell is in the page, also those out of sight. No news: the page asks nobody outside.
SETTINGS: dict[str, dict[str, Any]] = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}

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
        page = self._browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(START * 1000)
        page.goto(f"{self._url}lab/tree/{name}?token={self._token}&reset")
        page.wait_for_function(_READY)
        return NotebookPage(page)


@contextmanager
def chromium_lab(folder: Path, *, dark: bool = False) -> Iterator[Lab]:
    """JupyterLab serving `folder`, with settings of its own, in Chromium. RuntimeError if the server does not start."""
    from playwright.sync_api import sync_playwright

    with _server(folder, dark) as (url, token), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            yield Lab(url, token, browser)
        finally:
            browser.close()


def run_notebook(path: Path, seconds: float = CELL) -> list[Failure]:
    """Run a notebook top to bottom in Chromium, in a copy of its folder; the cells that failed."""
    with TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(path.parent, Path(scratch) / path.parent.name))
        with chromium_lab(folder) as lab:
            return lab.open(path.name).run_all(seconds)


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


@contextmanager
def _server(folder: Path, dark: bool) -> Iterator[tuple[str, str]]:
    token = secrets.token_hex(16)
    with TemporaryDirectory() as home, open(Path(home) / "log", "w+") as log:
        _write_settings(Path(home), dark)
        process = subprocess.Popen(_command(folder, token), env=_environment(home), stdout=log, stderr=log)
        try:
            yield _url(process, Path(home)), token
        finally:
            _end(process)


def _command(folder: Path, token: str) -> list[str]:
    options = [f"--ServerApp.root_dir={folder}", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={_free_port()}"]
    options += [f"--IdentityProvider.token={token}", "--LabApp.expose_app_in_browser=True", "--no-browser"]
    return [sys.executable, "-m", "jupyterlab", "--allow-root", *options]


def _environment(home: str) -> dict[str, str]:
    """The user's own Jupyter settings must not change what a test sees."""
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR", "IPYTHONDIR")
    return {**os.environ, **{name: str(Path(home) / name) for name in names}}


def _write_settings(home: Path, dark: bool) -> None:
    theme = {"theme": "JupyterLab Dark" if dark else "JupyterLab Light"}
    for plugin, values in {**SETTINGS, "@jupyterlab/apputils-extension/themes": theme}.items():
        file = home / "JUPYTERLAB_SETTINGS_DIR" / f"{plugin}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _url(process: subprocess.Popen[bytes], home: Path) -> str:
    """The server writes this file once it listens, with the port it really got."""
    facts = home / "JUPYTER_RUNTIME_DIR" / f"jpserver-{process.pid}.json"
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            url: str = json.loads(facts.read_text())["url"]
            return url
        except (OSError, ValueError):
            time.sleep(0.1)  # not written yet, or half written
    raise RuntimeError(f"JupyterLab did not start: {(home / 'log').read_text()[-600:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Asked to end, the server shuts its kernels down too."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
