"""Does a pool server answer everybody while more clients than workers stay connected and silent?"""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from course.probes.guard import GUARD, LOOK, Call, call
from course.probes.log import Function, Log
from course.probes.patience import looked_for
from course.probes.tcp.readable import readable
from course.probes.tcp.tasks import others, tasks

RESET = struct.pack("ii", 1, 0)  #: for SO_LINGER: closing is rude
HANDFUL = 6  #: threads that a server may have beyond its workers


@dataclass
class PoolServerLog(Log):
    """`idle`: clients that were connected and silent. `busy`: the one that talked meanwhile had all its answers.
    `idle_answered`: silent ones that had an answer when they asked at last. `extra`: threads beyond `max_workers`, at
    most. `can_stop`: it returned an object with `shutdown()` or `stop()`; `stop`: the story of calling it;
    `stopped`: it came back, and nobody was answered any more. `ended`: of the `threads` that were there then at least
    one ended.
    """

    idle: int = 0
    busy: bool = False
    idle_answered: int = 0
    extra: int = 0
    can_stop: bool = False
    stop: str = ""
    stopped: bool = False
    threads: int = 0
    ended: bool = False


def watch_communicate(
    communicate: Function, max_workers: int, idle: int, messages: int = 3, silence: float = 2 * LOOK
) -> PoolServerLog:
    """Call `communicate(server, max_workers)`; one client comes and resets its connection. Then `idle` clients connect
    and stay silent while one more talks; then nobody talks for `silence` seconds, and then all do.
    """
    log = PoolServerLog(idle=idle)
    with others.but_those_of_a_call() as before, socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        serving = Call(communicate, server, max_workers, name="`communicate`")
        serving.wait(GUARD)
        log.end(serving)
        if log.returned:
            address = server.getsockname()
            _be_rude(address)
            _visit(log, address, lambda: len(tasks() - before) - max_workers, messages, silence)
            log.threads = len(tasks() - before)
            _stop(log, serving.raw)
            _come_late(log, address, before)
            log.ended = looked_for(lambda: len(tasks() - before) < log.threads, 5 * LOOK)
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
    return log


def _be_rude(address: Any) -> None:
    with suppress(OSError), socket.create_connection(address, timeout=GUARD / 2) as rude:
        _ask(rude, b"hello")
        rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


def _visit(log: PoolServerLog, address: Any, extra: Callable[[], int], messages: int, silence: float) -> None:
    silent = [socket.create_connection(address, timeout=GUARD / 2) for _ in range(log.idle)]
    with socket.create_connection(address, timeout=GUARD / 2) as talker:
        log.busy = all(_ask(talker, b"message %d" % n) for n in range(messages))
        time.sleep(silence)  # who kicks silent clients out has time to do it; right servers lose nothing here
        log.extra = max(0, extra())
        log.busy = log.busy and _ask(talker, b"still there")
    for n, conn in enumerate(silent):
        if log.busy or n == 0:
            log.idle_answered += _ask(conn, b"client %d" % n)
        log.extra = max(log.extra, extra())
    for conn in silent:
        conn.close()


def _ask(conn: socket.socket, message: bytes) -> bool:
    reply = b""
    with suppress(OSError):
        conn.sendall(message)
        while len(reply) < len(message):
            piece = conn.recv(100)
            if not piece:
                break
            reply += piece
    return reply == message.upper()


def _stop(log: PoolServerLog, server: Any) -> None:
    ending = stop_server(server)
    log.can_stop = ending is not None
    if ending is not None:
        log.stop, log.stopped = ending.story, ending.returned


def stop_server(server: Any) -> Call | None:
    """The call of what ends the learner's server; None if it cannot be ended."""
    found = call(lambda: getattr(server, "shutdown", None) or getattr(server, "stop", None))  # a learner's object
    end, _ = found.raw, found.story  # once its text was asked for the thread of the call ends: threads are counted
    return Call(end, name="its `shutdown()` or `stop()`").wait(GUARD) if callable(end) else None


def _come_late(log: PoolServerLog, address: Any, before: frozenset[int]) -> None:
    """A client that comes after the end; it waits as long as there is a thread that could answer."""
    with suppress(OSError), socket.create_connection(address, timeout=GUARD / 2) as late:
        late.sendall(b"anybody?")
        looked_for(lambda: readable(late) or not tasks() - before, 5 * LOOK)
        if log.stopped and readable(late) and late.recv(100):
            log.stopped, log.stop = False, f"{log.stop[:-1]}, and a client that came afterwards was answered."
