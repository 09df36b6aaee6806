"""How many bytes does `recv_exactly` take from the connection?"""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import dataclass

from course.probes.for_ever import waits_for_ever
from course.probes.guard import call
from course.probes.log import Function, Log
from course.probes.plain import class_name
from course.probes.scripted_conn import ScriptedConn


@dataclass
class ExactLog(Log):
    """`left`: bytes that had come, were not taken and can be read by whoever comes next. `error`: name of the exception
    it raised, or ''. `for_ever`: it would have waited for ever.
    """

    left: bytes = b""
    error: str = ""
    for_ever: bool = False


def watch_recv_exactly(recv_exactly: Function, incoming: Sequence[bytes], n: int, gives: int | None = None) -> ExactLog:
    """Call `recv_exactly(conn, n)`; `incoming` arrives, chunk by chunk, then the end; `gives`: bytes per `recv`."""
    conn = ScriptedConn(incoming, gives=gives)
    log = ExactLog()
    outcome = call(recv_exactly, conn.handed(), n)
    log.end(outcome)
    log.left = conn.unread
    if outcome.error is not None:
        name = class_name(outcome.error)
        known = getattr(builtins, name, None) is type(outcome.error)
        log.error = name if known else f"{name}, a class of its own"
    log.for_ever = waits_for_ever(log, outcome, conn.for_ever)
    return log
