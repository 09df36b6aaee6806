"""What does a client that is given its connection say, and what does it return?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.probes.guard import call, is_a
from course.probes.log import Function, Log
from course.probes.scripted_conn import NothingComes, ScriptedConn


@dataclass
class AskLog(Log):
    """`said`: all bytes sent. `closed`: the connection was closed. `for_ever`: it would have waited for ever."""

    said: bytes = b""
    closed: bool = False
    for_ever: bool = False


def watch_ask_all(ask_all: Function, messages: Sequence[str], gives: int | None = None) -> AskLog:
    """Call `ask_all(conn, messages)`; the peer repeats in capitals what it hears. `gives`: bytes per `recv`."""
    conn = ScriptedConn(answer=bytes.upper, gives=gives)
    log = AskLog()
    outcome = call(ask_all, conn.handed(), list(messages))
    log.end(outcome)
    log.said, log.closed = conn.sent, conn.closed
    log.for_ever = is_a(outcome.error, NothingComes) or not outcome.over.is_set()
    return log
