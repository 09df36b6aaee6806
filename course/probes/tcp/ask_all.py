"""What does a client that is given its connection say, and what does it return?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from course.probes.for_ever import waits_for_ever
from course.probes.guard import call
from course.probes.log import Function, Log
from course.probes.peers import capitals_or_secret
from course.probes.scripted_conn import ScriptedConn


@dataclass
class AskLog(Log):
    """`said` and `heard`: all bytes sent and read. `replies`: what the peer has to say to each message that is not
    empty. `closed`: the connection was closed. `for_ever`: it would have waited for ever.
    """

    said: bytes = b""
    heard: bytes = b""
    replies: list[str] = field(default_factory=list)
    closed: bool = False
    for_ever: bool = False


def watch_ask_all(ask_all: Function, messages: Sequence[str], gives: int | None = None, secret: bool = False) -> AskLog:
    """Call `ask_all(conn, messages)`; the peer repeats in capitals what it hears. `gives`: bytes per `recv`.

    With `secret` it replies with other letters, which only those know who read them.
    """
    reply = capitals_or_secret(secret)
    conn = ScriptedConn(answer=reply, gives=gives)
    log = AskLog(replies=[reply(message.encode()).decode() for message in messages if message])
    outcome = call(ask_all, conn.handed(), list(messages))
    log.end(outcome)
    log.said, log.heard, log.closed = conn.sent, conn.heard, conn.closed
    log.for_ever = waits_for_ever(log, outcome, conn.for_ever)
    return log
