import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from course.cli import main
from course.lab import has_screen, lab_command
from tests.tiny_course import ROOT


def test_a_port_in_use_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["lab", "--no-browser", f"--port={port}", f"--learn={tmp_path / 'learn'}"])
    assert result.exit_code == 2
    assert result.output.splitlines()[-1] == (
        f"Error: Port {port} is in use: give another one with --port, or leave the option out."
    )


def test_without_a_release_there_is_nothing_to_open(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny)
    result = CliRunner().invoke(main, ["lab", "--no-browser"])
    assert result.exit_code == 2
    assert "release/ has no lesson" in result.output
    assert not (tiny / "learn").exists()


def test_no_display_means_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not has_screen()


def test_only_this_machine_may_connect() -> None:
    assert "--ServerApp.ip=127.0.0.1" in lab_command(Path("learn"), 8888, browser=False)


def fetch(address: str) -> str:
    """The page at `address`; the server prints it a moment before it listens."""
    for _ in range(600):
        try:
            with urlopen(address, timeout=60) as page:
                return page.read().decode()
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"nobody answers at {address}")


def test_ctrl_c_ends_it_without_a_question(tmp_path: Path) -> None:
    """A question would wait for an answer: JupyterLab asks when it has a terminal, so the test gives it one."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "course", "lab", "--no-browser", "--learn", str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as lab:
        assert lab.stdout is not None
        try:
            addresses = (re.search(r"http://127\.0\.0\.1:\d+/\S+", line) for line in lab.stdout)
            fetch(next(found[0] for found in addresses if found))  # it listens: its signal handler is in place
            lab.send_signal(signal.SIGINT)
            said = lab.communicate(timeout=60)[0]
        finally:
            lab.kill()
            os.close(ours)
            os.close(theirs)
    assert lab.returncode == 0
    assert "y/[n]" not in said
    assert "Traceback" not in said


def test_it_prints_an_address_that_answers_and_ends_when_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "course", "lab", "--no-browser", "--learn", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as lab:
        assert lab.stderr is not None
        try:
            addresses = (re.search(r"http://127\.0\.0\.1:\d+/\S+", line) for line in lab.stderr)
            address = next(found[0] for found in addresses if found)
            assert "/lab/tree/START.md?token=" in address
            assert "JupyterLab" in fetch(address)
        finally:
            lab.terminate()
            lab.communicate(timeout=60)
    assert "| lesson |" in (tmp_path / "START.md").read_text()
    assert os.listdir(tmp_path / "pools") == ["pools.ipynb"]
