"""Who runs `task`, and through which `sleep` does it wait?"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import name_of, plain


@dataclass
class TaskLog(Log):
    """`sleeps`: the arguments of each call of the injected `sleep`, with the thread that made it. `pid`: that of the
    process in which `task` ran.
    """

    sleeps: list[tuple[Any, str]] = field(default_factory=list)
    pid: int = 0


def watch_task(task: Function, n: Any, worker: str) -> TaskLog:
    """Call `task(n, sleep=...)` on a thread named `worker`."""
    log = TaskLog(pid=os.getpid())

    idents: list[int] = []
    is_back = False

    @opaque_function
    def sleep(*seconds: Any) -> None:
        if is_back:
            return  # an object that was returned sleeps when it is asked for its text
        log.sleeps.append((plain(seconds[0] if len(seconds) == 1 else seconds), threading.current_thread().name))
        idents.append(threading.get_ident())

    def watched(*args: Any, **kwargs: Any) -> Any:
        nonlocal is_back
        try:
            return task(*args, **kwargs)
        finally:
            is_back = True

    outcome = call(watched, n, sleep=sleep, name=f"`{name_of(task)}`", thread_name=worker)
    log.end(outcome)
    for i, ident in enumerate(idents):
        if ident != outcome.ident:  # whatever it calls itself
            log.sleeps[i] = log.sleeps[i][0], "another thread"
    return log
