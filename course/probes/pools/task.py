"""Who runs `task`, and through which `sleep` does it wait?"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import LOOK, Call, call, role
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.patience import looked_for
from course.probes.plain import name_of, plain
from course.probes.standing import AFTERMATH, Crowd


@dataclass
class TaskLog(Log):
    """`sleeps`: the arguments of each call of the injected `sleep`, with the thread that made it. `pid`: that of the
    process in which `task` ran. `over`: it came back, or raised.
    """

    sleeps: list[tuple[Any, str]] = field(default_factory=list)
    pid: int = 0
    over: bool = True


def watch_task(task: Function, n: Any, worker: str, before: str | None = None) -> TaskLog:
    """Call `task(n, sleep=...)` on a thread named `worker`; if another is named, on that one `before`."""
    log, crowd = TaskLog(pid=os.getpid()), Crowd()
    idents: list[int] = []
    is_back = is_over = False

    @opaque_function
    def sleep(*seconds: Any) -> None:
        if is_back and (role() or is_over):
            return  # an object that was returned sleeps when it is asked for its text
        log.sleeps.append((plain(seconds[0] if len(seconds) == 1 else seconds), threading.current_thread().name))
        idents.append(threading.get_ident())

    def watched(*args: Any, **kwargs: Any) -> Any:
        nonlocal is_back
        is_back = False
        try:
            return task(*args, **kwargs)
        finally:
            is_back = True

    workers = [worker] if before is None else [before, worker]
    outcomes = [call(watched, n, sleep=sleep, name=f"`{name_of(task)}`", thread_name=it) for it in workers]
    crowd.settle(AFTERMATH)  # has somebody been told to sleep later?
    is_over = True
    log.end(outcomes[-1])
    for i, ident in enumerate(idents):
        if ident not in [outcome.ident for outcome in outcomes]:  # whatever it calls itself
            log.sleeps[i] = log.sleeps[i][0], "another thread"
    return log


def watch_task_alone(task: Function, n: Any) -> TaskLog:
    """Call `task(n)` without a `sleep` and look whether it is over at once."""
    log, outcome = TaskLog(pid=os.getpid()), Call(task, n)
    log.over = looked_for(outcome.over.is_set, LOOK)
    log.end(outcome)
    return log
