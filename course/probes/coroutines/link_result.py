"""Who is told what when a greenlet ends?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import gevent

from course.probes.guard import call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.plain import name_of, plain
from course.probes.virtual_hub import on_virtual_hub


@dataclass
class LinkLog(Log):
    """`waited`: it came back only when the greenlet had ended. `early`: calls before the greenlet had ended. `calls`:
    all calls, `("ok", value)` or `("bad", "the exception")`, or what was given in its place.
    """

    waited: bool = False
    early: int = 0
    calls: list[tuple[str, Any]] = field(default_factory=list)


def watch_link_result(link_result: Function, value: Any, done: bool = False, ok_fails: bool = False) -> LinkLog:
    """Call `link_result(g, ok, bad)` with a greenlet that will return `value`, or raise it if it is an exception.

    With `done` it has ended before. With `ok_fails` the function `ok` itself raises.
    """
    log = LinkLog()

    def ends() -> Any:
        gevent.sleep(1)
        if isinstance(value, Exception):
            raise value
        return value

    def note(name: str) -> Function:
        def called(*given: Any) -> None:
            log.calls.append((name, _what(given, value)))
            if ok_fails and name == "ok":
                raise RuntimeError("ok failed")

        return opaque_function(called)

    def scene() -> Any:
        greenlet = gevent.spawn(ends)
        if done:
            gevent.joinall([greenlet])
        result = link_result(greenlet, note("ok"), note("bad"))
        log.waited = not done and greenlet.ready()
        log.early = 0 if greenlet.ready() else len(log.calls)
        gevent.wait()
        return result

    scene.__name__ = name_of(link_result)
    log.end(call(on_virtual_hub(scene)))
    return log


def _what(given: tuple[Any, ...], value: Any) -> Any:
    if len(given) != 1:
        return f"{len(given)} arguments"
    return "the exception" if given[0] is value and isinstance(value, Exception) else plain(given[0])
