"""See it: record what concurrent code does, without changing the code.

with watch() as log:
    with ThreadPoolExecutor(5) as pool:
        futures = [pool.submit(task, n) for n in range(20)]

log                 # 5 workers: 20 tasks, 20 finished
log[0]              # Event(time=0.0002, kind='queued', lane='MainThread', task=0, text='task(0)', ...)
log.save("run.json")

In a notebook a live timeline appears below the cell. `%load_ext course.watch` brings the same as a magic, `%%watch`.
"""

from typing import Any

from course.watch.event import KINDS, Event
from course.watch.log import Log, load
from course.watch.watching import Watch, watch

__all__ = ["KINDS", "Event", "Log", "Watch", "load", "watch"]


def load_ipython_extension(shell: Any) -> None:
    """Called by `%load_ext course.watch`."""
    from course.watch.magic import load_ipython_extension

    load_ipython_extension(shell)
