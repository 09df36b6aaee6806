"""How many clients can each of the lesson's servers hold, how fast are they, and what do they cost?

    python bench/servers.py [--quick] [--write]

Each server runs in a process of its own, its clients in another. The same clients visit an echo server in C, which
does the least a server can do: what it reaches is all that the loopback and the crowd allow. With `--write` the result
goes to docs/servers.md, its picture to docs/servers.svg.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import click
from greenlet_memory import told, where
from lesson_cells import lesson_cells
from one_server import SERVERS, WORKERS
from servers_page import OURS, PEER, C, page
from side_by_side import ratio

from course.crowd import Comparison
from course.crowd.measure import Server, measure
from course.crowd.row import Row

ROOT = Path(__file__).parents[1]
SIZES, QUICK = (10, 100, 400, 2_000, 10_000, 19_000), (10, 100)
MOST = {"a thread per client": 10_000, f"pool of {WORKERS}": 10_000}  # clients; others get all sizes
REQUESTS = 20_000  # in each round: about half a second of the fastest server
ROUNDS, LIMIT, BUDGET = 3, 30.0, 420.0  # rounds; seconds for one measurement, seconds for all rows


@click.command()
@click.option("--quick", is_flag=True, help="10 and 100 clients only.")
@click.option("--write", is_flag=True, help="Write docs/servers.md and docs/servers.svg.")
@click.option("--lesson", type=click.Path(path_type=Path), default=ROOT / "source/tcp/tcp.ipynb", help="The notebook.")
def main(quick: bool, write: bool, lesson: Path) -> None:
    """Measure the lesson's servers beside gevent's, asyncio's and one in C."""
    load = os.getloadavg()[0]  # now: later this program itself is most of it
    with tempfile.TemporaryDirectory() as folder:
        servers = {**_compiled(Path(folder)), **_python_servers(lesson)}
        sizes = QUICK if quick else SIZES
        comparison = _measure(servers, sizes)
        ratios = {n: ratio(servers[OURS], servers[PEER], n, _messages(n)) for n in sizes}
    text = page(comparison, ratios, told(where()), _machine(load))
    click.echo(text)
    if write:
        (ROOT / "docs").mkdir(exist_ok=True)
        (ROOT / "docs/servers.md").write_text(text)
        (ROOT / "docs/servers.svg").write_text(comparison.svg + "\n")


def _measure(servers: dict[str, Server], sizes: tuple[int, ...]) -> Comparison:
    rows: list[Row] = []
    started = time.monotonic()
    for n in sizes:
        again = (
            [(C, servers[C])] if C in servers else []
        )  # the yardstick first and last: a busy moment must not bend it
        for name, server in [*servers.items(), *again]:
            if n > MOST.get(name, n):
                continue
            if time.monotonic() - started > BUDGET:
                _keep_best(rows, Row(name, n, note=f"Not measured: {BUDGET:.0f} s were over."))
                continue
            row = measure(name, server, n, _messages(n), LIMIT, ROUNDS)
            _keep_best(rows, row)
            click.echo("  ".join([*row.cells, row.note]), err=True)
    return Comparison(tuple(rows))


def _keep_best(rows: list[Row], row: Row) -> None:
    for place, other in enumerate(rows):
        if (other.server, other.clients) == (row.server, row.clients):
            rows[place] = max(row, other, key=lambda one: one.per_second or 0)
            return
    rows.append(row)


def _messages(n: int) -> int:
    return max(3, REQUESTS // n)


def _compiled(folder: Path) -> dict[str, Server]:
    """The echo server in C; none, and the reason said, where there is no compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        click.echo("No C compiler (`cc`) here: the table will not say what the loopback and the crowd allow.", err=True)
        return {}
    program = folder / "echo"
    subprocess.run([compiler, "-O2", "-o", program, ROOT / "bench/echo.c"], check=True)
    return {C: _in_process([str(program)], "")}


def _python_servers(lesson: Path) -> dict[str, Server]:
    command = [sys.executable, str(ROOT / "bench/one_server.py")]
    return {
        name: _in_process([*command, name, str(max(SIZES))], json.dumps(lesson_cells(lesson, exercises)) + "\n")
        for name, (_, exercises) in SERVERS.items()
    }


def _in_process(command: list[str], first_line: str) -> Server:
    """Start `command` when called; it prints its port and ends when its stdin closes."""

    def start() -> tuple[tuple[str, int], Callable[[], None]]:
        env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(first_line)
        process.stdin.flush()
        port = process.stdout.readline()
        if not port:
            process.communicate()
            raise RuntimeError(f"the server ended with code {process.returncode}")

        def stop() -> None:
            try:
                process.communicate(timeout=5)  # closes stdin
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()

        return ("127.0.0.1", int(port)), stop

    return start


def _machine(load: float) -> str:
    release = ".".join(platform.release().split(".")[:2])
    return (
        f"{platform.system()} {release} {platform.machine()}, {os.cpu_count()} CPUs, "
        f"{platform.python_implementation()} {platform.python_version()}, gevent {version('gevent')}; "
        f"load average before {load:.1f}"
    )


if __name__ == "__main__":
    main()
