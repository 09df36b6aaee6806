"""Worker processes: they tell when they begin a task, and which of them does.

What is submitted is wrapped in something that exists only while it is pickled: unpickling it in the worker writes one
line to a file and gives the function itself. So the worker calls exactly what it would call without us; results,
exceptions and their tracebacks are the same. A file works under every start method, and an append of one short line
is atomic. The end of a task is when its result arrives.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from tempfile import mkstemp
from time import perf_counter_ns
from typing import Any

from course.watch.recorder import Raw


class announced:
    """Pickles as a call of `arrive`, so it never reaches the worker."""

    def __init__(self, fn: Any, path: str, token: int) -> None:
        self._parts = (fn, path, token)
        self.__name__ = getattr(fn, "__name__", type(fn).__name__)

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return arrive, self._parts

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """For an executor that runs it in this process after all."""
        return self._parts[0](*args, **kwargs)


def arrive(fn: Any, path: str, token: int) -> Any:
    """Called in the worker when it takes the task: note it, and give the function."""
    try:
        file = os.open(path, os.O_WRONLY | os.O_APPEND)
        try:
            os.write(file, f"{perf_counter_ns()} {os.getpid()} {token}\n".encode())
        finally:
            os.close(file)
    except OSError:
        pass  # the watch is over and its file gone
    return fn


class Arrivals:
    """The file that workers write to, and what has been read of it. `perf_counter_ns` is the same clock everywhere."""

    def __init__(self) -> None:
        self._path = ""
        self._tokens = count()
        self._tasks: dict[int, int] = {}
        self._waiting: list[tuple[int, int, int]] = []
        self._read = 0

    @property
    def path(self) -> str:
        """The file's name; it is made when first asked for."""
        if not self._path:
            handle, self._path = mkstemp(prefix="course-watch-")
            os.close(handle)
        return self._path

    def token(self) -> int:
        """A name for a task that has no Future yet."""
        return next(self._tokens)

    def expect(self, token: int, task: int) -> None:
        """The task that this token stands for."""
        self._tasks[token] = task

    def new(self) -> list[Raw]:
        """What has been written since the last call, as raw events; lines of tasks not yet known wait."""
        self._waiting += self._lines()
        ready = [line for line in self._waiting if line[2] in self._tasks]
        self._waiting = [line for line in self._waiting if line[2] not in self._tasks]
        return [(time, "started", f"process {pid}", self._tasks[token], "", "", -1) for time, pid, token in ready]

    def _lines(self) -> list[tuple[int, int, int]]:
        if not self._path:
            return []
        with open(self._path, "rb") as file:
            file.seek(self._read)
            text = file.read()
        whole = text[: text.rfind(b"\n") + 1]
        self._read += len(whole)
        return [tuple(map(int, line.split())) for line in whole.splitlines()]  # type: ignore[misc]

    def close(self) -> None:
        """Remove the file."""
        if self._path:
            os.unlink(self._path)
            self._path = ""
