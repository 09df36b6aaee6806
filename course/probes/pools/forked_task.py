"""What does `task` say in a process that was forked after its cell had run, as the workers of a process pool are?"""

from __future__ import annotations

import json
import os
import signal
import warnings
from contextlib import suppress
from multiprocessing import connection
from typing import Any

from course.probes.log import Function
from course.probes.patience import patiently
from course.probes.pools.task import TaskLog, watch_task


def watch_forked_task(task: Function, n: Any, worker: str) -> TaskLog:
    """`watch_task` in a child process, whose pid is in the log; in this one where there are no forks.

    Nothing that comes back is unpickled or evaluated.
    """
    if not hasattr(os, "fork"):
        return watch_task(task, n, worker)
    read, write = os.pipe()
    with warnings.catch_warnings():
        # a kernel has threads; none of theirs is needed in the child
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        _tell(write, task, n, worker)
    os.close(write)
    return _heard(read, pid)


def _tell(write: int, task: Function, n: Any, worker: str) -> None:
    """The child's life: one line, and the end."""
    with suppress(BaseException):
        log = watch_task(task, n, worker)
        told = {"value": log.value, "returned": log.returned, "story": log.story}
        os.write(write, json.dumps(told, default=repr, skipkeys=True).encode())
    os._exit(0)


def _heard(read: int, pid: int) -> TaskLog:
    log = TaskLog(pid=pid, story="`task` did not come back in a forked process.")
    patiently(lambda seconds: connection.wait([read], seconds))
    os.kill(pid, signal.SIGKILL)  # it has said what it had to say
    os.waitpid(pid, 0)
    with os.fdopen(read, "rb") as line, suppress(ValueError, KeyError, TypeError):
        told = json.loads(line.read())
        log.value, log.returned, log.story = told["value"], told["returned"] is True, str(told["story"])
    log.value = tuple(log.value) if type(log.value) is list else log.value
    return log
