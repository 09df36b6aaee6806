"""What does a client say on its connection, how much of the replies does it read, and does it close?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from course.probes.guard import call, is_a
from course.probes.log import Function, Log
from course.probes.scripted_conn import NothingComes, ScriptedConn


@dataclass
class ChatLog(Log):
    """`said`: all bytes that were sent. `closed`: the connection was closed. `for_ever`: it would not have ended."""

    said: bytes = b""
    closed: bool = False
    for_ever: bool = False


def watch_chat(
    chat: Function, name: str, rounds: int, gives: int | None = None, takes: int | None = None, hangs_up: bool = False
) -> ChatLog:
    """Call `chat(conn, name, rounds)`; the peer repeats in upper case what it hears (ASCII letters only).

    `gives` and `takes`: bytes per `recv` and `send`, at most. With `hangs_up` the peer closes after the first reply.
    """
    if hangs_up:
        conn = ScriptedConn([f"{name} 0".encode().upper()], gives=gives, takes=takes)
    else:
        conn = ScriptedConn(answer=_upper(len(name) * 4 + 10, rounds), gives=gives, takes=takes)
    log = ChatLog()
    outcome = call(chat, conn.handed(), name, rounds)
    log.end(outcome)
    log.said, log.closed = conn.sent, conn.closed
    log.for_ever = is_a(outcome.error, NothingComes) or not outcome.over.is_set()
    return log


def _upper(longest: int, rounds: int) -> Callable[[bytes], bytes]:
    """The peer's answer. It listens to twice as many messages as were asked for."""

    def answer(said: bytes) -> bytes:
        if len(said) > 2 * longest * (rounds + 1):
            raise NothingComes(f"it went on talking long after {rounds} messages: what ends its loop?")
        return said.upper()

    return answer
