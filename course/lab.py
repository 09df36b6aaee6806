"""`course lab`: lay the lessons out and open JupyterLab on the start page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import webbrowser
from pathlib import Path

import click

from course.errors import CourseError
from course.lay import lay, waiting
from course.lessons import lessons
from course.start_page import NAME, write_start_page

SETTINGS = Path(__file__).with_name("lab_settings")


def open_lab(root: Path, learn: Path, port: int | None, browser: bool) -> None:
    """Lay `release/` out in `learn` and become JupyterLab, which runs until it is stopped."""
    prepare(root, learn)
    command = lab_command(learn, _free_port(port), browser and has_screen())
    sys.stdout.flush()
    os.chdir(learn)
    if os.name == "nt":  # execv there starts a second process and gives the prompt back
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)  # so that Ctrl C and `kill` reach JupyterLab itself


def prepare(root: Path, learn: Path) -> None:
    """Lay the lessons out, say what is new, and write the start page."""
    found = lessons(root / "release")
    if not found:
        raise CourseError("release/ has no lesson: run `course release`, or restore it with git checkout.")
    done = lay(root / "release", learn)
    if done.fresh:
        click.echo(f"Laid out in {learn.name}/: {', '.join(map(str, done.fresh))}")
    for path in done.beside:
        click.echo(f"A newer release lies beside your own notebook: {learn.name}/{path}")
    write_start_page(learn, found, waiting(learn))


def lab_command(learn: Path, port: int, browser: bool) -> list[str]:
    """The command that starts JupyterLab on the start page, listening on loopback only, protected by a token."""
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": learn,
        "ServerApp.open_browser": browser,
        "ServerApp.answer_yes": True,  # Ctrl C ends it, without a question
        "LabApp.default_url": f"/lab/tree/{NAME}",
        "LabApp.app_settings_dir": SETTINGS,
        "Application.log_level": "ERROR",  # leaves the address, which is what a learner needs
    }
    allow_root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [sys.executable, "-m", "jupyterlab", *(f"--{key}={value}" for key, value in options.items()), *allow_root]


def has_screen() -> bool:
    """True if a browser could be shown here."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _free_port(wanted: int | None) -> int:
    """`wanted`, or the first free port from 8888 on, or any; CourseError if `wanted` is taken."""
    for port in [wanted] if wanted else [*range(8888, 8899), 0]:
        with socket.socket() as probe:
            if os.name == "posix":  # so that a port just left is free again; Windows would give away a port in use
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise CourseError(f"Port {wanted} is in use: give another one with --port, or leave the option out.")
