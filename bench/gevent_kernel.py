"""What the gevent loop costs a kernel: `python bench/gevent_kernel.py [--starts 200]`.

Starts kernels with and without it in turn (none may hang), then compares two idle ones: CPU time, and how long a cell
takes from request to reply. Prints a table; ends with 1 if a kernel hung.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

import click
import psutil

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.gevent_kernel.kernels import ON, Kernel

IDLE = 10.0  #: seconds for which CPU time is counted
CELLS = 200


def start(on: bool) -> tuple[Kernel, float]:
    """A kernel, and the seconds until its first cell had been run."""
    begin = time.perf_counter()
    kernel = Kernel(Path(tempfile.mkdtemp(prefix="course-bench-")))
    assert kernel.run(ON if on else "pass").error == ""
    assert kernel.run("print('alive')").stdout == "alive\n"
    return kernel, time.perf_counter() - begin


def idle_share(kernel: Kernel) -> float:
    """CPU time per second of an idle kernel, in percent of a core."""
    process = psutil.Process(kernel.manager.provisioner.pid)
    before = process.cpu_times()
    time.sleep(IDLE)
    after = process.cpu_times()
    return 100 * (after.user + after.system - before.user - before.system) / IDLE


def reply(kernel: Kernel) -> float:
    """Median milliseconds from a request, sent to an idle kernel, to its reply."""
    taken = []
    for _ in range(CELLS):
        time.sleep(0.02)  # let it fall asleep
        begin = time.perf_counter()
        kernel.run("pass")
        taken.append(1000 * (time.perf_counter() - begin))
    return statistics.median(taken)


@click.command()
@click.option("--starts", default=200, show_default=True, help="kernels to start with the loop")
def main(starts: int) -> None:
    """Print what the loop costs."""
    seconds: dict[bool, list[float]] = {True: [], False: []}
    with click.progressbar(range(starts), label="starting kernels", file=sys.stderr) as bar:
        for n in bar:
            for on in (True, False) if n % 10 == 0 else (True,):
                kernel, took = start(on)
                kernel.stop()
                seconds[on].append(took)
    kernels = {on: start(on)[0] for on in (True, False)}
    rows = {
        "start, median s": {on: statistics.median(seconds[on]) for on in kernels},
        "start, slowest s": {on: max(seconds[on]) for on in kernels},
        "idle, % of a core": {on: idle_share(kernel) for on, kernel in kernels.items()},
        "reply, median ms": {on: reply(kernel) for on, kernel in kernels.items()},
    }
    for kernel in kernels.values():
        kernel.stop()
    print(f"{'':20}{'plain':>10}{'gevent':>10}{'ratio':>8}   ({len(seconds[True])} starts with gevent, none hung)")
    for name, row in rows.items():
        ratio = row[True] / row[False] if row[False] else float("nan")
        print(f"{name:20}{row[False]:10.2f}{row[True]:10.2f}{ratio:8.2f}")


if __name__ == "__main__":
    main()
