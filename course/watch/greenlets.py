"""Greenlets: every switch, told by greenlet's own tracing hook; and for what the one that let go waits.

The hook belongs to a thread: it is set in the thread that begins the watch and in every thread that starts meanwhile.
The hub has no lane: whoever waits is shown waiting, and the hub is where everybody waits.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from itertools import islice
from linecache import getline
from types import CodeType, FrameType
from typing import Any

from course.watch.recorder import function_name, recorder
from course.watch.wrapping import wrapped

Trace = Callable[[str, tuple[Any, Any]], None]


@contextmanager
def watch_greenlets() -> Iterator[None]:
    """Record the switches of this thread's greenlets, if greenlet is in use at all."""
    greenlet: Any = sys.modules.get("greenlet")
    if greenlet is None:
        yield
        return
    recorder.current_greenlet = greenlet.getcurrent
    before = greenlet.gettrace()
    tracer = _tracer(before)
    greenlet.settrace(tracer)
    gevent: Any = sys.modules.get("gevent")
    try:
        with wrapped(gevent, "spawn_raw", _spawns) if hasattr(gevent, "spawn_raw") else nullcontext():
            yield
    finally:
        if greenlet.gettrace() is tracer:
            greenlet.settrace(before)


def _spawns(original: Any) -> Callable[..., Any]:
    def spawn_raw(function: Any, *args: Any, **kwargs: Any) -> Any:
        greenlet = original(function, *args, **kwargs)
        if recorder.on:
            recorder.call(greenlet, function_name(function))  # once it runs, nothing of it tells
        return greenlet

    return spawn_raw


def trace_this_thread() -> None:
    """For a thread that begins during a watch."""
    greenlet: Any = sys.modules.get("greenlet")
    if greenlet is not None and recorder.current_greenlet is not None:
        greenlet.settrace(_tracer(greenlet.gettrace()))


def _tracer(before: Trace | None) -> Trace:
    def trace(event: str, greenlets: tuple[Any, Any]) -> None:
        if recorder.on:
            _switched(*greenlets)
        elif sys.modules["greenlet"].gettrace() is trace:  # the watch is over, and only this thread can remove its hook
            sys.modules["greenlet"].settrace(before)
        if before is not None:
            before(event, greenlets)

    return trace


def _switched(origin: Any, target: Any) -> None:
    """Called in `target`, which has just got its turn."""
    if not _is_hub(origin):
        lane = recorder.lane_of(origin)
        if origin.dead:
            recorder.record("ended", lane=lane)
        else:
            recorder.record("wait", text=waits_for(origin.gr_frame), lane=lane)
    if not _is_hub(target):
        begins = not recorder.knows(target)
        recorder.record("began" if begins else "woke", text="greenlet" if begins else "", lane=recorder.lane_of(target))


def _is_hub(greenlet: Any) -> bool:
    return type(greenlet).__name__ == "Hub"


def waits_for(frame: FrameType | None) -> str:
    """The name of the function in which a greenlet waits: gevent's, or the one that the learner's own line calls."""
    name = ""
    while frame is not None and str(frame.f_globals.get("__name__", "")).startswith("gevent."):
        name, frame = frame.f_code.co_name, frame.f_back
    if name or frame is None:
        return name or "switch"
    return _called(frame.f_code, frame.f_lasti)


@lru_cache(maxsize=1024)
def _called(code: CodeType, instruction: int) -> str:
    """What is called at this place; gevent is compiled, so of `g.join()` no frame tells more than the line does."""
    first, last, begin, end = next(islice(code.co_positions(), instruction // 2, None), (None,) * 4)
    if first is None or first != last:
        return "switch"
    source = getline(code.co_filename, first).encode()[begin:end].decode()
    try:
        expression = ast.parse(source.strip(), mode="eval").body
    except SyntaxError:
        return "switch"
    function = expression.func if isinstance(expression, ast.Call) else expression
    return getattr(function, "attr", None) or getattr(function, "id", None) or "switch"
