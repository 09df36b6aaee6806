"""What does a client say on its connection, how much of the replies does it read, and does it close?"""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from gevent import GreenletExit

from course.probes.for_ever import NothingComes, waits_for_ever
from course.probes.guard import call
from course.probes.log import Function, Log
from course.probes.peers import Reply, capitals_or_secret
from course.probes.scripted_conn import ScriptedConn

#: how a conversation ends that does not come to its end
END_OF: dict[str, Callable[[], BaseException]] = {
    "recv": lambda: ConnectionResetError(errno.ECONNRESET, "Connection reset by peer"),
    "kill": GreenletExit,
}


@dataclass
class ChatLog(Log):
    """`said`: all bytes that were sent. `heard`: all that were read. `replies`: what the peer has to say to each
    message. `closed`: the connection was closed. `for_ever`: it would not have ended. `ahead`: number of messages of
    which something was said before the reply to the one before had been read.
    """

    said: bytes = b""
    heard: bytes = b""
    replies: list[str] = field(default_factory=list)
    closed: bool = False
    for_ever: bool = False
    ahead: int = 0


def watch_chat(
    chat: Function,
    name: str,
    rounds: int,
    gives: int | None = None,
    takes: int | None = None,
    hangs_up: bool = False,
    half: bool = False,
    secret: bool = False,
    fails: str = "",
) -> ChatLog:
    """Call `chat(conn, name, rounds)`; the peer repeats in upper case what it hears (ASCII letters only).

    `gives` and `takes`: bytes per `recv` and `send`, at most. With `hangs_up` the peer closes after the first reply,
    and after `half` of the second.
    With `secret` it replies with other letters, which only those know who read them. What `fails`, after the first
    reply: `recv` with a reset, `kill` in the middle of a `recv`, as a killed greenlet; or from the beginning `send`.
    """
    reply, messages = capitals_or_secret(secret), [f"{name} {n}".encode() for n in range(rounds)]
    if hangs_up:
        after = [reply(messages[1])[: len(messages[1]) // 2]] if half else []
        conn = ScriptedConn([reply(messages[0]), *after], gives=gives, takes=takes)
    else:
        answer = _patient(reply, len(name) * 4 + 10, rounds)
        if fails in END_OF:
            answer = _failing(answer, len(messages[0]), END_OF[fails])
        broken = BrokenPipeError() if fails == "send" else None
        conn = ScriptedConn(answer=answer, gives=gives, takes=takes, broken=broken)
    log = ChatLog(replies=[reply(message).decode() for message in messages])
    outcome = call(chat, conn.handed(), name, rounds)
    log.end(outcome)
    log.said, log.heard, log.closed = conn.sent, conn.heard, conn.closed
    log.ahead = _ahead(conn.log, messages)
    log.for_ever = waits_for_ever(log, outcome, conn.for_ever)
    return log


def _patient(reply: Reply, longest: int, rounds: int) -> Reply:
    """The peer's answer. It listens to twice as many messages as were asked for."""

    def answer(said: bytes) -> bytes:
        if len(said) > 2 * longest * (rounds + 1):
            raise NothingComes(f"it went on talking long after {rounds} messages: what ends its loop?")
        return reply(said)

    return answer


def _failing(answer: Reply, said: int, error: Callable[[], BaseException]) -> Reply:
    """The peer's answer, as long as no more than `said` bytes were said to it."""

    def fails(heard: bytes) -> bytes:
        if len(heard) > said:
            raise error()
        return answer(heard)

    return fails


def _ahead(log: list[tuple[str, Any]], messages: list[bytes]) -> int:
    """Messages begun before the replies to all before were read; each has as many bytes as its reply."""
    starts = [0, *accumulate(map(len, messages))][:-1]
    begun, said, heard = 0, 0, 0
    ahead = 0
    for what, data in log:
        if what == "recv":
            heard += len(data)
        elif what == "send":
            said += len(data)
            while begun < len(starts) and starts[begun] < said:
                ahead += starts[begun] > heard
                begun += 1
    return ahead
