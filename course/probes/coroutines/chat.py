"""What does a client say on its connection, how much of the replies does it read, and does it close?"""

from __future__ import annotations

from dataclasses import dataclass, field

from course.probes.guard import call, is_a
from course.probes.log import Function, Log
from course.probes.peers import Reply, capitals_or_secret
from course.probes.scripted_conn import NothingComes, ScriptedConn


@dataclass
class ChatLog(Log):
    """`said`: all bytes that were sent. `heard`: all that were read. `replies`: what the peer has to say to each
    message. `closed`: the connection was closed. `for_ever`: it would not have ended.
    """

    said: bytes = b""
    heard: bytes = b""
    replies: list[str] = field(default_factory=list)
    closed: bool = False
    for_ever: bool = False


def watch_chat(
    chat: Function,
    name: str,
    rounds: int,
    gives: int | None = None,
    takes: int | None = None,
    hangs_up: bool = False,
    secret: bool = False,
) -> ChatLog:
    """Call `chat(conn, name, rounds)`; the peer repeats in upper case what it hears (ASCII letters only).

    `gives` and `takes`: bytes per `recv` and `send`, at most. With `hangs_up` the peer closes after the first reply.
    With `secret` it replies with other letters, which only those know who read them.
    """
    reply, messages = capitals_or_secret(secret), [f"{name} {n}".encode() for n in range(rounds)]
    if hangs_up:
        conn = ScriptedConn([reply(f"{name} 0".encode())], gives=gives, takes=takes)
    else:
        conn = ScriptedConn(answer=_patient(reply, len(name) * 4 + 10, rounds), gives=gives, takes=takes)
    log = ChatLog(replies=[reply(message).decode() for message in messages])
    outcome = call(chat, conn.handed(), name, rounds)
    log.end(outcome)
    log.said, log.heard, log.closed = conn.sent, conn.heard, conn.closed
    log.for_ever = is_a(outcome.error, NothingComes) or not outcome.over.is_set()
    return log


def _patient(reply: Reply, longest: int, rounds: int) -> Reply:
    """The peer's answer. It listens to twice as many messages as were asked for."""

    def answer(said: bytes) -> bytes:
        if len(said) > 2 * longest * (rounds + 1):
            raise NothingComes(f"it went on talking long after {rounds} messages: what ends its loop?")
        return reply(said)

    return answer
