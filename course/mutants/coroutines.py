"""Versions of `spawn_all(fns)`: three right ones, and wrong ones that look as if they worked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import gevent
from gevent.pool import Group

Functions = Sequence[Callable[[], Any]]


def with_joinall(fns: Functions) -> list[Any]:
    """Right: spawn, join, collect."""
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets, raise_error=True)
    return [greenlet.value for greenlet in greenlets]


def with_group(fns: Functions) -> list[Any]:
    """Right: a group of greenlets, asked for its results in the order of the functions."""
    return list(Group().imap(lambda fn: fn(), fns))


def with_get(fns: Functions) -> list[Any]:
    """Right: waits for all, whatever becomes of them, and only then asks each for its value or its exception."""
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    return [greenlet.get() for greenlet in greenlets]


def one_by_one(fns: Functions) -> list[Any]:
    """Wrong: waits for each before it starts the next."""
    return [gevent.spawn(fn).get() for fn in fns]


def as_they_end(fns: Functions) -> list[Any]:
    """Wrong: the values come in the order in which the functions end."""
    return [greenlet.get() for greenlet in gevent.iwait([gevent.spawn(fn) for fn in fns])]


def keeps_quiet(fns: Functions) -> list[Any]:
    """Wrong: an exception becomes None, and nobody hears of it."""
    greenlets = [gevent.spawn(fn) for fn in fns]
    gevent.joinall(greenlets)
    return [greenlet.value for greenlet in greenlets]
