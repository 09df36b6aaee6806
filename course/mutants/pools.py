"""Versions of `run_pool(task, args, max_workers)`: some right ones, and wrong ones that look as if they worked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

Task = Callable[[Any], Any]


def with_map(task: Task, args: Iterable[Any], max_workers: int) -> list[Any]:
    """Right: `map` keeps the order and re-raises."""
    with ThreadPoolExecutor(max_workers) as pool:
        return list(pool.map(task, args))


def with_futures(task: Task, args: Iterable[Any], max_workers: int) -> list[Any]:
    """Right: each Future keeps its own result."""
    with ThreadPoolExecutor(max_workers) as pool:
        return [future.result() for future in [pool.submit(task, x) for x in args]]


def with_threads(task: Task, args: Iterable[Any], max_workers: int) -> list[Any]:
    """Right: no pool of the library's, but threads with names of their own that share a queue."""
    jobs, values, errors = SimpleQueue[tuple[int, Any]](), dict[int, Any](), list[BaseException]()

    def work() -> None:
        try:
            while True:
                i, x = jobs.get_nowait()
                try:
                    values[i] = task(x)
                except BaseException as error:
                    errors.append(error)
        except Empty:
            return

    for job in enumerate(args):
        jobs.put(job)
    threads = [Thread(target=work, name=f"cook_{n}") for n in range(max_workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [values[i] for i in sorted(values)]


def sorted_values(task: Task, args: Iterable[Any], max_workers: int) -> list[Any]:
    """Wrong: tidies the values up, so they no longer stand in the order of their arguments."""
    return sorted(with_map(task, args, max_workers))


def lost_error(task: Task, args: Iterable[Any], max_workers: int) -> list[Any]:
    """Wrong: a task that fails leaves None behind, and nobody hears of it."""

    def value(future: Future[Any]) -> Any:
        return None if future.exception() else future.result()

    with ThreadPoolExecutor(max_workers) as pool:
        return [value(future) for future in [pool.submit(task, x) for x in args]]


def one_worker(task: Task, args: Iterable[Any], max_workers: int) -> list[Any]:
    """Wrong: one worker does everything, one task after the other."""
    return with_map(task, args, 1)
