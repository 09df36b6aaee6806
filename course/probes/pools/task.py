"""Who runs `task`, and through which `sleep` does it wait?"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import plain


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

    @opaque_function
    def sleep(*seconds: Any) -> None:
        idents.append(threading.get_ident())
        log.sleeps.append((plain(seconds[0] if len(seconds) == 1 else seconds), threading.current_thread().name))

    outcome = call(task, n, sleep=sleep, thread_name=worker)
    log.end(outcome)
    for i, ident in enumerate(idents):
        if ident != outcome.ident:  # whatever it calls itself
            log.sleeps[i] = log.sleeps[i][0], "another thread"
    return log
