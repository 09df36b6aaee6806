"""What does `talk` reply, when, and does it close whatever happens?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from course.probes.for_ever import waits_for_ever
from course.probes.guard import call
from course.probes.log import Function, Log
from course.probes.scripted_conn import ScriptedConn


@dataclass
class TalkLog(Log):
    """`heard` and `sent`: all bytes received and sent. `late`: bytes that had been heard and not yet replied to when it
    read on, or looked at a later chunk, at most. `closed`: the connection was closed. `for_ever`: it would not have
    ended.
    """

    heard: bytes = b""
    sent: bytes = b""
    late: int = 0
    closed: bool = False
    for_ever: bool = False


def watch_talk(
    talk: Function, incoming: Sequence[bytes | BaseException], takes: int | None = None, broken: Exception | None = None
) -> TalkLog:
    """Call `talk(conn)` with a connection on which `incoming` arrives, chunk by chunk (or exception), and then the end.

    `takes`: bytes that one `send` takes, at most. `broken`: what sending raises.
    """
    conn = ScriptedConn(incoming, takes=takes, broken=broken)
    log = TalkLog()
    outcome = call(talk, conn.handed())
    log.end(outcome)
    _follow(log, conn.log, [len(chunk) for chunk in incoming if isinstance(chunk, bytes)])
    log.closed = conn.closed
    log.for_ever = waits_for_ever(log, outcome, conn.for_ever)
    return log


def _follow(log: TalkLog, done: Iterable[tuple[str, bytes]], sizes: Iterable[int]) -> None:
    """What was heard and sent, and how late. To look at a chunk again is no reading on; to look at the next one is."""
    ends, seen = [0, *accumulate(sizes)], 0
    for what, data in done:
        if what == "send":
            log.sent += data
        elif what == "recv":
            log.late = max(log.late, len(log.heard) - len(log.sent))
            log.heard += data
        elif what == "peek":
            shown = len(log.heard) + len(data)
            begin = max(end for end in ends if end < max(shown, 1))
            log.late = max(log.late, min(begin, seen) - len(log.sent))
            seen = shown
        seen = max(seen, len(log.heard))
