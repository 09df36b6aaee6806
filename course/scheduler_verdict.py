"""Who runs what, who waits for whom, and whether that can ever end. Plain data; no threads."""

from __future__ import annotations

from collections.abc import Sequence

from course.errors import CourseError

PATIENCE = 3  #: later tasks that may be run before a task is said to starve


class Table:
    """What a scheduler knows: the queue, what each worker runs (workers are numbered from 1), who waits for whom."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.queue: list[int] = []
        self.running: dict[int, int] = {}  #: worker -> task
        self.waiting: dict[str, int] = {}  #: name of a thread -> the task whose result it waits for
        self.overtaken: dict[int, int] = {}  #: task -> how many later ones were begun before it

    def queued(self, task: int) -> None:
        """A task was submitted."""
        self.queue.append(task)
        self.overtaken[task] = 0

    def start(self, task: int) -> int:
        """A free worker takes the task; its number. CourseError if all are busy."""
        free = [worker for worker in range(1, self.workers + 1) if worker not in self.running]
        if not free:
            raise CourseError(f"No worker is free for task {task}: {_busy(self)}.")
        self.queue.remove(task)
        for other in self.queue:
            self.overtaken[other] += other < task
        self.running[free[0]] = task
        return free[0]

    def leave(self, task: int) -> None:
        """The task is over, or will be in a moment, wherever it is."""
        if task in self.queue:
            self.queue.remove(task)
        self.running = {worker: one for worker, one in self.running.items() if one != task}

    def waits(self, thread: str, task: int | None) -> None:
        """A thread waits for a task's result; for none (None) any more."""
        self.waiting.pop(thread, None)
        if task is not None:
            self.waiting[thread] = task

    def awaited_by(self, worker: int) -> int | None:
        """The task whose result the worker waits for, or None."""
        return self.waiting.get(f"worker {worker}")

    def is_waiting(self, task: int) -> bool:
        """True if a worker runs the task, and waits."""
        return any(one == task and self.awaited_by(worker) is not None for worker, one in self.running.items())

    def where(self, task: int) -> str:
        """Where an unfinished task is, in words."""
        for worker, one in self.running.items():
            if one == task:
                awaited = self.awaited_by(worker)
                return f"on worker {worker}" + ("" if awaited is None else f", waits for task {awaited}")
        return "in the queue"


def verdict(table: Table, names: Sequence[str]) -> str:
    """The worst that is the matter, in a sentence."""
    return deadlock(table, names) or starvation(table, names) or _counts(table)


def deadlock(table: Table, names: Sequence[str]) -> str:
    """The sentence that names it, or ''.

    Stuck for ever are workers that wait for each other in a circle, and, when no worker is left that could take a task
    from the queue, those that wait for one in it.
    """
    waits = {worker: table.awaited_by(worker) for worker in table.running}
    runs = {task: worker for worker, task in table.running.items()}
    none_free = len(table.running) == table.workers and all(task is not None for task in waits.values())
    stuck = []
    for worker in table.running:
        seen: list[int] = []
        at: int | None = worker
        while at is not None and at not in seen:
            seen.append(at)
            task = waits[at]
            at = runs.get(task) if task is not None else None
        end = waits[seen[-1]]
        if at is not None or (none_free and end in table.queue):
            stuck.append(worker)
    return _named(table, stuck, names) if stuck else ""


def _named(table: Table, stuck: list[int], names: Sequence[str]) -> str:
    if len(stuck) == 1:
        task = table.awaited_by(stuck[0])
        assert task is not None
        own = table.running[stuck[0]] == task
        who = "is running itself" if own else f"only worker {stuck[0]} could compute" if table.workers == 1 else ""
        who = who or "no worker is free to compute"
        return f"Deadlock: worker {stuck[0]} waits for the result of task {task}, {names[task]}, which {who}."
    tell = ", ".join(f"worker {worker} waits for task {table.awaited_by(worker)}" for worker in stuck)
    return f"Deadlock: {tell}, and no worker is left that could compute one of them."


def starvation(table: Table, names: Sequence[str]) -> str:
    """The sentence that names it, or ''."""
    hungry = [task for task in table.queue if table.overtaken[task] >= PATIENCE]
    if not hungry:
        return ""
    task = max(hungry, key=lambda one: table.overtaken[one])
    later = table.overtaken[task]
    return f"Starvation: task {task}, {names[task]}, still waits while {later} tasks that came later have been run."


def _counts(table: Table) -> str:
    parts = [f"{len(table.queue)} in the queue", f"{len(table.running)} of {table.workers} workers busy"]
    others = sorted(thread for thread in table.waiting if not thread.startswith("worker "))
    parts += [f"{thread} waits for task {table.waiting[thread]}" for thread in others]
    return ", ".join(parts) + "."


def _busy(table: Table) -> str:
    return ", ".join(f"worker {worker} runs task {task}" for worker, task in sorted(table.running.items()))
