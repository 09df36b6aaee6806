"""What watching costs: microseconds per event, and 10,000 tasks of 1 ms watched against the same unwatched.

    python bench/overhead.py [--tasks 10000] [--rounds 5]

Both ways run in turns in the same process, and the quickest round of each counts: what other programs take is only ever
added. "sleeping" waits a millisecond on 8 workers, by the clock on the wall; "computing" needs a millisecond of
processor time on one worker, by processor time, which other programs disturb less. Takes some minutes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from os import getloadavg
from typing import Any

import click

from course.timeline.live import Live
from course.timeline.timeline import Timeline
from course.watch import Watch, watch
from course.watch.recorder import recorder

BOUND_EVENT, BOUND_SHARE = 5.0, 0.03  # microseconds; of the time without


def per_event(kind: Callable[[int], Any], n: int = 20_000) -> float:
    """Microseconds that one event adds to what `kind(n)` does, which is to record n events if a watch is on."""
    plain, watched = [], []
    for _ in range(5):
        plain.append(_seconds(lambda: kind(n)))
        with watch(show=False) as log:
            watched.append(_seconds(lambda: kind(n)))
            count = len(log)
    return (min(watched) - min(plain)) / count * 1e6


def marks(n: int) -> None:
    """The recorder alone."""
    for _ in range(n):
        recorder.record("sent", on="conn 1", size=5)


def futures(n: int) -> None:
    """Started, finished: two events a Future."""
    for _ in range(n // 2):
        future = Future[int]()
        future.set_running_or_notify_cancel()
        future.set_result(1)


def callbacks(n: int) -> None:
    """Two events a callback, and one for the result."""
    for _ in range(n // 3):
        future = Future[int]()
        future.add_done_callback(id)
        future.set_result(1)


def naps(n: int) -> None:
    """Two events a nap."""
    for _ in range(n // 2):
        time.sleep(0)


def switches(n: int) -> None:
    """Two events a switch."""
    import greenlet

    main = greenlet.getcurrent()

    def other() -> None:
        while True:
            main.switch()

    partner = greenlet.greenlet(other)
    for _ in range(n // 4):
        partner.switch()


def sleeping() -> None:
    """A millisecond of waiting."""
    time.sleep(0.001)


def computing() -> None:
    """A millisecond of this thread's processor time, however busy the machine is."""
    end = time.thread_time() + 0.001
    while time.thread_time() < end:
        pass


def run(task: Callable[[], None], workers: int, tasks: int) -> None:
    """All tasks on one pool."""
    with ThreadPoolExecutor(workers) as pool:
        for _ in range(tasks):
            pool.submit(task)


def shares(
    task: Callable[[], None], workers: int, tasks: int, rounds: int, how: Callable[[], Any], clock: Callable[[], float]
) -> float:
    """By which share of the time without it the run takes longer with `how`: in turns, the quickest of each."""
    best: dict[str, float] = {}
    for number in range(rounds):
        contexts = [("plain", nullcontext), ("watched", how)]
        for name, context in contexts if number % 2 else contexts[::-1]:
            with context():
                took = _seconds(lambda: run(task, workers, tasks), clock)
            best[name] = min(took, best.get(name, took))
    return best["watched"] / best["plain"] - 1


class Drawn(Watch):
    """A watch with a live timeline that no page looks at."""

    def start(self) -> Watch:
        super().start()
        self._live = Live(self, Timeline())
        self._live.start()
        return self

    def stop(self) -> None:
        super().stop()
        self._live.stop()


def _seconds(call: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    begin = clock()
    call()
    return clock() - begin


@click.command()
@click.option("--tasks", default=10_000, show_default=True)
@click.option("--rounds", default=5, show_default=True)
def main(tasks: int, rounds: int) -> None:
    """Print what watching costs."""
    click.echo(f"load average before: {getloadavg()[0]:.1f}")
    for kind in (marks, futures, callbacks, naps, switches):
        cost = per_event(kind)
        click.echo(f"{kind.__name__:10} {cost:5.2f} us per event   (at most {BOUND_EVENT:.0f})")
    for task, workers, clock in ((sleeping, 8, time.perf_counter), (computing, 1, time.process_time)):
        for name, how in (("recorded", lambda: watch(show=False)), ("and drawn live", Drawn)):
            share = shares(task, workers, tasks, rounds, how, clock)
            click.echo(
                f"{tasks} tasks, {task.__name__}, {workers} workers, {name}: {share:+.2%}   (under {BOUND_SHARE:.0%})"
            )


if __name__ == "__main__":
    main()
