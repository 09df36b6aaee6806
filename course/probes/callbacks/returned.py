"""Exceptions that a task returns, as a value like any other, and how they are told from those that it raises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.probes.complaint import is_a
from course.probes.plain import plain


@dataclass(frozen=True)
class Returned:
    """As the outcome of a task: it *returns* this exception; an exception alone would be raised."""

    error: BaseException


def ending(outcome: Any) -> tuple[Any, BaseException | None]:
    """The value and the exception of a Future with that outcome."""
    if isinstance(outcome, BaseException):
        return None, outcome
    return (outcome.error if isinstance(outcome, Returned) else outcome), None


def known(value: Any, outcomes: Sequence[Any], told: Any = None) -> Any:
    """`value` as plain data, or as what is `told` of it; the very exception of outcome `i` as `("exception", i)`."""
    for i, outcome in enumerate(outcomes):
        error = outcome.error if isinstance(outcome, Returned) else outcome
        if error is value and isinstance(error, BaseException):
            return ("exception", i)
    told = plain(value) if told is None else told
    return [told] if is_a(told, tuple) else told  # so that no tuple of the answer's looks like that
