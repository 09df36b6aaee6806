"""See it: record what concurrent code does, without changing the code.

with watch() as log:
    with ThreadPoolExecutor(5) as pool:
        futures = [pool.submit(task, n) for n in range(20)]

log                 # 5 workers: 20 tasks, 20 finished
log[0]              # Event(time=0.0002, kind='queued', lane='MainThread', task=0, text='task(0)', ...)
log.save("run.json")
"""

from course.watch.event import KINDS, Event
from course.watch.log import Log, load
from course.watch.watching import Watch, watch

__all__ = ["KINDS", "Event", "Log", "Watch", "load", "watch"]
