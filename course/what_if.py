"""What if there were more workers, or processes in place of threads? Choose, run, compare with the run before.

what_if()
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Thread
from typing import Any

from course.card import bundle
from course.errors import CourseError
from course.timeline.live import Live
from course.timeline.timeline import Timeline
from course.watch import Log, watch

KINDS = ("threads", "processes", "greenlets")
WORK = ("sleeps", "computes")
LONGEST = 60.0  #: seconds that a run may be expected to take


@dataclass(frozen=True)
class Plan:
    """A run to be: `tasks` tasks on `workers` threads, processes or greenlets, each of which sleeps or computes.

    `seconds`: how long one task sleeps, or how much processor time it needs. CourseError for what makes no run.
    """

    kind: str = "threads"
    workers: int = 5
    tasks: int = 20
    seconds: float = 0.1
    work: str = "sleeps"

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.work not in WORK:
            raise CourseError(f"Choose one of {', '.join(KINDS)}, and a task that {' or '.join(WORK)}.")
        if not (1 <= self.workers <= 61 and 1 <= self.tasks <= 1000 and self.seconds >= 0):
            raise CourseError("Choose 1 to 61 workers, 1 to 1000 tasks, and no negative time.")
        if self.tasks * self.seconds / (self.workers if self.work == "sleeps" else 1) > LONGEST:
            raise CourseError(f"That would take more than {LONGEST:.0f} s: choose fewer or shorter tasks.")

    def __str__(self) -> str:
        kind = self.kind if self.workers > 1 else {"processes": "process"}.get(self.kind, self.kind[:-1])
        verb = self.work if self.tasks == 1 else self.work[:-1]
        tasks = f"{self.tasks} task{'s' * (self.tasks > 1)} that {verb}"
        return f"{self.workers} {kind}, {tasks} {self.seconds:g} s" + (" each" if self.tasks > 1 else "")


def nap(n: int, seconds: float) -> int:
    """A task that waits."""
    time.sleep(seconds)
    return n


def green_nap(n: int, seconds: float) -> int:
    """The same for a greenlet, whatever is patched."""
    import gevent

    gevent.sleep(seconds)
    return n


def compute(n: int, seconds: float) -> int:
    """A task that needs a processor."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass
    return n


def carry_out(plan: Plan) -> list[int]:
    """Run the plan to its end; the tasks' numbers, in order."""
    if plan.kind == "greenlets":
        return _on_greenlets(plan)
    Pool: Any = ThreadPoolExecutor if plan.kind == "threads" else ProcessPoolExecutor
    task = nap if plan.work == "sleeps" else compute
    with Pool(plan.workers) as pool:
        return [future.result() for future in [pool.submit(task, n, plan.seconds) for n in range(plan.tasks)]]


def _on_greenlets(plan: Plan) -> list[int]:
    """In a thread of its own, whose greenlets nobody else's can disturb."""
    found: list[int] = []

    def run() -> None:
        from gevent.pool import Pool

        task = green_nap if plan.work == "sleeps" else compute
        pool = Pool(plan.workers)
        greenlets = [pool.spawn(task, n, plan.seconds) for n in range(plan.tasks)]
        found.extend(greenlet.get() for greenlet in greenlets)

    thread = Thread(target=run, name="greenlets")
    thread.start()
    thread.join()
    return found


class WhatIf:
    """A panel: choose a plan, run it, see it above the run before. Without buttons: `run(workers=10)`.

    `plan`: the plan shown. `runs`: (plan, log) of every run so far.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.runs: list[tuple[Plan, Log]] = []
        self._view: Any = None

    def run(self, **changes: Any) -> Log:
        """Run the plan with these fields changed and return the log; CourseError if that makes no run."""
        self.plan = Plan(**{**vars(self.plan), **changes})
        if self.plan.kind == "greenlets":
            import gevent  # noqa: F401  (before the watch asks whether greenlets are in use)
        timeline = Timeline(str(self.plan), title=str(self.plan))
        if self._view is not None:
            self._view.running(self.plan, timeline)
        log = self._watched(timeline)
        self.runs.append((self.plan, log))
        if self._view is not None:
            self._view.over(self.comparison())
        return log

    def _watched(self, timeline: Timeline) -> Log:
        log = watch(show=False)
        live = Live(log, timeline)
        try:
            with log:
                live.start()
                carry_out(self.plan)
        finally:
            live.stop()
        return log

    def comparison(self) -> str:
        """The latest runs and how long they took, in a sentence; '' before any."""
        told = [f"{plan}: {log[-1].time if len(log) else 0.0:.2f} s" for plan, log in self.runs[-2:]]
        return "; ".join(reversed(told))

    def __repr__(self) -> str:
        return f"What if: {self.plan}.\nWithout buttons: panel.run(workers=10)"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        from course.what_if_view import WhatIfView

        self._view = self._view or WhatIfView(self.plan, self._clicked)
        return bundle(self._view.box, repr(self))

    def _clicked(self, fields: Callable[[], dict[str, Any]]) -> None:
        try:
            self.run(**fields())
        except CourseError as error:
            self._view.sentence(error.message)


def what_if(
    kind: str = "threads", workers: int = 5, tasks: int = 20, seconds: float = 0.1, work: str = "sleeps"
) -> WhatIf:
    """A panel that starts with this plan; make it the last value of a cell."""
    return WhatIf(Plan(kind, workers, tasks, seconds, work))
