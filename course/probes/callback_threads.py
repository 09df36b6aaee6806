"""Measure who runs a callback: in a thread pool, in a process pool, when it is late, and when it is cancelled."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

Register = Callable[[Future[Any]], None]


def measure_callback_threads() -> dict[str, str]:
    """For each situation who ran the callback: worker, manager, registering or cancelling thread."""
    cases = {"thread pool": _thread, "process pool": _process, "already done": _done, "cancelled": _cancelled}
    return {situation: case() for situation, case in cases.items()}


def _thread() -> str:
    seen, gate = _Seen(), threading.Event()
    with ThreadPoolExecutor(1, thread_name_prefix="worker") as pool:
        future = pool.submit(gate.wait)
        future.add_done_callback(seen)
        gate.set()
    return "worker" if seen.thread.name.startswith("worker") else "somebody else"


def _process() -> str:
    """The result of a process comes in on a thread of this process that is none of its callers."""
    seen, start = _Seen(), multiprocessing.Event()
    with ProcessPoolExecutor(1, initializer=start.wait) as pool:
        pool.submit(os.getpid).add_done_callback(seen)
        start.set()  # not before: a task that is done already would call back on this thread
    here = seen.pid == os.getpid() and seen.thread is not threading.current_thread()
    return "manager thread" if here else "somebody else"


def _done() -> str:
    seen, future = _Seen(), Future[Any]()
    future.set_result(None)
    future.add_done_callback(seen)
    return "registering thread" if seen.thread is threading.current_thread() else "somebody else"


def _cancelled() -> str:
    seen, future = _Seen(), Future[Any]()
    future.add_done_callback(seen)
    canceller = threading.Thread(target=future.cancel)
    canceller.start()
    canceller.join()
    return "cancelling thread" if seen.thread is canceller else "somebody else"


class _Seen:
    """A callback that notes where it ran."""

    thread: threading.Thread
    pid: int

    def __call__(self, future: Future[Any]) -> None:
        self.thread, self.pid = threading.current_thread(), os.getpid()
