"""The picture in docs/timeline.md: a small program, watched, and drawn as those see it who have no front end.

    python bench/timeline_picture.py [docs/timeline.svg]

Takes a second. The times differ from run to run; what happens does not.
"""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import click

from course.watch import Log, watch

PAGE = Path(__file__).parent.parent / "docs" / "timeline.svg"


def fetch(n: int) -> int:
    """Waits for a while; the seventh is missing."""
    time.sleep(random.Random(n).uniform(0.04, 0.16))
    if n == 7:
        raise LookupError(n)
    return n


def convert(n: int) -> int:
    """Computes for a while."""
    end = time.thread_time() + 0.05
    while time.thread_time() < end:
        pass
    return n


def example() -> Log:
    """Three threads fetch, two processes convert, and a callback stores one result at a time."""
    with watch(show=False) as run:
        lock = threading.Lock()

        def store(_: Future[int]) -> None:
            with lock:
                time.sleep(0.02)

        with ThreadPoolExecutor(3, thread_name_prefix="fetcher") as pool, ProcessPoolExecutor(2) as others:
            fetched = [pool.submit(fetch, n) for n in range(14)]
            for future in fetched:
                future.add_done_callback(store)
            fetched[-1].cancel()
            for future in fetched[:5]:
                others.submit(convert, future.result())
    return run


@click.command()
@click.argument("picture", type=click.Path(path_type=Path), default=PAGE)
def main(picture: Path) -> None:
    """Draw it."""
    run = example()
    picture.write_text(run.svg() + "\n", "utf-8")
    click.echo(f"{picture}: {run.summary()}")


if __name__ == "__main__":
    main()
