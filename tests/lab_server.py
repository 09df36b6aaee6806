"""A JupyterLab server for tests: on 127.0.0.1, with a token, with settings of its own, ended by its own process."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
START = 90.0  #: seconds a server may take on a machine that is busy with something else

#: Without windowing every cell is in the page, also those out of sight. No news: the page asks nobody outside.
SETTINGS: dict[str, dict[str, Any]] = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


@contextmanager
def lab_server(folder: Path, *, dark: bool = False) -> Iterator[tuple[str, str]]:
    """Serve `folder`; gives URL and token. RuntimeError, with the end of its log, if it does not start in time."""
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
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]  # this tree's `course`, whatever is installed
    own = {name: str(Path(home) / name) for name in names}
    return {**os.environ, **own, "PYTHONPATH": os.pathsep.join(paths)}


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
