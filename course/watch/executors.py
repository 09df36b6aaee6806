"""Executors: a task is queued, whatever kind of pool it is handed to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial, wraps
from time import perf_counter_ns
from typing import Any

from course.watch.futures import number_of
from course.watch.processes import Arrivals, announced
from course.watch.recorder import function_name, recorder
from course.watch.wrapping import wrapped

PLAIN = (bool, int, float, str, bytes, type(None))  #: arguments whose text is cheap, short and free of surprises
NOTEBOOK = "notebook"  #: the lane of what a thread of the notebook's own submits
LONGEST = 24  #: characters of a task's name


@contextmanager
def watch_executors(arrivals: Arrivals) -> Iterator[None]:
    """Record what is submitted to any executor that is known by now."""
    with ExitStack() as stack:
        for kind in _kinds(Executor):
            if "submit" in vars(kind):
                stack.enter_context(wrapped(kind, "submit", _submits(kind, arrivals)))
        yield


def _kinds(base: type) -> Iterator[type]:
    """The class and all that are derived from it, each once."""
    children: list[type] = base.__subclasses__()
    yield from dict.fromkeys([base, *(kind for child in children for kind in _kinds(child))])


def _submits(kind: type, arrivals: Arrivals) -> Callable[[Any], Callable[..., Any]]:
    def make(original: Any) -> Callable[..., Any]:
        hand_over = partial(_to_processes, original, arrivals) if kind is ProcessPoolExecutor else original

        def submit(self: Any, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            if not recorder.on:
                return original(self, fn, *args, **kwargs)
            begin = perf_counter_ns()  # a worker may start the task before its Future is here
            future = hand_over(self, fn, *args, **kwargs)
            if type(self).submit is watching and isinstance(future, Future):  # not a subclass's `super().submit`
                _queued(begin, self, future, task_name(fn, args))
            return future

        watching = wraps(original)(submit)
        return watching

    return make


def _to_processes(original: Any, arrivals: Arrivals, pool: Any, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
    token = arrivals.token()
    future: Future[Any] = original(pool, announced(fn, arrivals.path, token), *args, **kwargs)
    arrivals.expect(token, number_of(future))
    return future


def _queued(begin: int, pool: Any, future: Any, label: str) -> None:
    lane, size = recorder.here() or NOTEBOOK, getattr(pool, "_max_workers", None) or -1
    recorder.add((begin, "queued", lane, number_of(future), label, pool_name(pool), size))


def pool_name(pool: Any) -> str:
    """`pool 1` for the first pool that this recording has seen."""
    return f"pool {recorder.number('pool', pool) + 1}"


def task_name(fn: Any, args: tuple[Any, ...]) -> str:
    """`name(first argument)`, without ever calling a learner's `__repr__`."""
    name = function_name(fn)
    args = fn.args + args if isinstance(fn, partial) else args
    if args and type(args[0]) in PLAIN:
        text = repr(args[0])
        name += f"({text if len(text) <= LONGEST else text[:LONGEST] + '…'})"
    return name
