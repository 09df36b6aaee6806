"""Who is told what when a greenlet ends?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import gevent

from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import name_of, plain
from course.probes.virtual_hub import VirtualClock, call_on_virtual_hub

MOMENT = 1.0  #: virtual seconds in which the end is noticed by whoever looks for it now and then


@dataclass
class LinkLog(Log):
    """`waited`: the greenlet had ended, or at least time had passed, when it came back. `early`: calls before the
    greenlet had ended. `late`: calls when it had long ended. `calls`: all calls, `("ok", value)` or
    `("bad", "the exception")`, or what was given in its place. `others`: all calls of the functions that were linked to
    another greenlet afterwards; it returns "another".
    """

    waited: bool = False
    early: int = 0
    late: int = 0
    calls: list[tuple[str, Any]] = field(default_factory=list)
    others: list[tuple[str, Any]] = field(default_factory=list)


def watch_link_result(
    link_result: Function,
    value: Any,
    done: bool = False,
    ok_fails: bool = False,
    keeps: bool = False,
    seconds: float = 1,
) -> LinkLog:
    """Call `link_result(g, ok, bad)` with a greenlet that will return `value`, or raise it if it is an exception.

    With `keeps` it returns the exception. With `done` it has ended before. With `ok_fails` the function `ok` itself
    raises. It takes `seconds`, which are virtual.
    """
    log, clock = LinkLog(), VirtualClock()

    def ends(seconds: float, value: Any) -> Any:
        clock.sleep(seconds)
        if isinstance(value, Exception) and not keeps:
            raise value
        return value

    def note(name: str, calls: list[tuple[str, Any]]) -> Function:
        def called(*given: Any) -> None:
            calls.append((name, _what(given, value)))
            if calls is log.calls:
                log.late += clock.now > began + seconds + MOMENT
            if ok_fails and name == "ok":
                raise RuntimeError("ok failed")

        return opaque_function(called)

    began = 0.0

    def scene() -> Any:
        nonlocal began
        greenlet = gevent.spawn(opaque_function(ends), seconds, value)
        if done:
            gevent.joinall([greenlet])
        before = clock.now
        began = before - seconds if done else before
        result = link_result(greenlet, note("ok", log.calls), note("bad", log.calls))
        log.waited = clock.now > before or (not done and greenlet.ready())
        log.early = 0 if greenlet.ready() else len(log.calls)
        another = gevent.spawn(opaque_function(ends), seconds + 1, "another")
        link_result(another, note("ok", log.others), note("bad", log.others))
        gevent.wait()
        return result

    scene.__name__ = name_of(link_result)
    log.end(call_on_virtual_hub(scene, clock=clock))
    return log


def _what(given: tuple[Any, ...], value: Any) -> Any:
    if len(given) != 1:
        return f"{len(given)} arguments"
    return "the exception" if given[0] is value and isinstance(value, Exception) else plain(given[0])
