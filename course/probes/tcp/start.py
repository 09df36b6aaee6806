"""What runs after `start`, and what is left after `stop`?"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import GUARD, call
from course.probes.log import Function, Log


@dataclass
class StartLog(Log):
    """`address`: what it returned, as plain data. `answered`: clients that had their answers while all were connected.
    `threads`: different threads that talked. `stop`: the story of `stop()`. `stopped`: it came back. `left`: names of
    threads that were still there afterwards. `bindable`: the port could be bound again. `open`: it still accepted.
    """

    address: Any = None
    answered: int = 0
    threads: int = 0
    stop: str = ""
    stopped: bool = False
    left: list[str] = field(default_factory=list)
    bindable: bool = False
    open: bool = False


def watch_start(start: Function, clients: int) -> StartLog:
    """Call `start(talk)`, hold conversations with `clients` at once, then call `stop()` while they are connected."""
    log = StartLog()
    before = set(threading.enumerate())
    talkers: set[int] = set()

    def talk(conn: Any) -> None:
        talkers.add(threading.get_ident())
        with conn:
            while data := conn.recv(1024):
                conn.sendall(data.upper())

    outcome = call(start, talk)
    log.end(outcome)
    if not (log.returned and type(log.value) is tuple and len(log.value) == 2):
        return log
    log.address = log.value[0]
    conns = _converse(log, clients)
    log.threads = len(talkers)
    if type(log.address) is tuple:
        _stop(log, outcome.raw[1], before)
    for conn in conns:
        conn.close()
    return log


def _converse(log: StartLog, clients: int) -> list[socket.socket]:
    conns: list[socket.socket] = []
    with suppress(OSError, TypeError, ValueError, OverflowError):
        conns = [socket.create_connection(log.address[:2], timeout=GUARD / 2) for _ in range(clients)]
    for n, conn in enumerate(reversed(conns)):  # the last first: nobody's answer may wait for somebody else
        with suppress(OSError):
            conn.sendall(b"hello %d" % n)
            log.answered += conn.recv(100) == b"HELLO %d" % n
        if log.answered <= n:
            break
    return conns


def _stop(log: StartLog, stop: Any, before: set[threading.Thread]) -> None:
    outcome = call(stop)
    log.stop, log.stopped = outcome.story, outcome.returned
    deadline = time.monotonic() + GUARD / 2
    while (left := _left(before)) and time.monotonic() < deadline:
        left[0].join(0.05)
    log.left = sorted(thread.name for thread in _left(before))
    with suppress(OSError), socket.create_connection(log.address[:2], timeout=1):
        log.open = True
    with suppress(OSError), socket.create_server(log.address[:2]):
        log.bindable = True


def _left(before: set[threading.Thread]) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread not in before and thread.name != "learner"]
