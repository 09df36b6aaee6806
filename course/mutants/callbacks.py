"""Versions of `first_success(futures)`: four right ones, and wrong ones that look as if they worked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, as_completed, wait
from queue import SimpleQueue
from random import SystemRandom
from typing import Any

Futures = Sequence[Future[Any]]

_random = SystemRandom()  # which no seed makes the same again


def with_as_completed(futures: Futures) -> Any:
    """Right: take them as they end."""
    error: BaseException | None = None
    for future in as_completed(futures):
        error = future.exception()
        if error is None:
            _cancel(futures)
            return future.result()
    assert error is not None
    raise error


def with_wait(futures: Futures) -> Any:
    """Right: wait for whichever ends first, again and again."""
    unfinished, error = set(futures), None
    while unfinished:
        done, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
        for future in done:
            error = future.exception()
            if error is None:
                _cancel(futures)
                return future.result()
    assert error is not None
    raise error


def with_result(futures: Futures) -> Any:
    """Right: ask each for its result, and never for its exception."""
    error: BaseException | None = None
    for future in as_completed(futures):
        try:
            result = future.result()
        except BaseException as failure:
            error = failure
        else:
            _cancel(futures)
            return result
    assert error is not None
    raise error


def asks_around(futures: Futures) -> Any:
    """Right: callbacks tell what has ended; it asks more than it needs to know, never twice in the same way."""
    ended: SimpleQueue[Future[Any]] = SimpleQueue()
    for future in futures:
        future.add_done_callback(ended.put)
    error: BaseException | None = None
    for _ in futures:
        future = ended.get()
        _ask_around(future)
        error = future.exception()
        if error is None:
            others = [other for other in futures if not other.done()]
            _random.shuffle(others)
            _cancel(others)
            _ask_around(future)
            return future.result()
    assert error is not None
    raise error


def skips_falsy(futures: Futures) -> Any:
    """Wrong: takes 0, '' and None for failures."""
    for future in as_completed(futures):
        if future.exception() is None and future.result():
            _cancel(futures)
            return future.result()
    raise ValueError("no success")


def keeps_the_rest(futures: Futures) -> Any:
    """Wrong: lets the others run on, though nobody needs them any more."""
    error: BaseException | None = None
    for future in as_completed(futures):
        error = future.exception()
        if error is None:
            return future.result()
    assert error is not None
    raise error


def gives_up(futures: Futures) -> Any:
    """Wrong: the first that ends decides, even if it failed."""
    first = next(iter(as_completed(futures)))
    result = first.result()
    _cancel(futures)
    return result


def _ask_around(ended: Future[Any]) -> None:
    questions: list[Callable[[], object]] = [ended.done, ended.running, ended.cancel, ended.exception]
    if ended.exception() is None:
        questions += [ended.result, lambda: bool(ended.result()), lambda: ended.result() == 0]
    for question in _random.choices(questions, k=_random.randrange(9)):
        question()


def _cancel(futures: Futures) -> None:
    for future in futures:
        future.cancel()
