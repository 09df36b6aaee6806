"""What runs after `start`, and what is left after `stop`?"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import GUARD, call
from course.probes.log import Function, Log
from course.probes.patience import looked_for
from course.probes.plain import name_of
from course.probes.standing import names_of
from course.probes.tcp.descriptors import somebody_listens
from course.probes.tcp.readable import readable
from course.probes.tcp.tasks import others, tasks

#: what connecting raises: an address may be any tuple
NO_ADDRESS = (OSError, TypeError, ValueError, OverflowError)

ELSEWHERE = "127.0.0.2"  #: leads to who listens on all addresses, and not to who listens on 127.0.0.1
DEAF = b"say more than I can hear"  #: who has said so reads no reply
MORE = bytes(1 << 16)

DYING = 1.0  #: seconds that threads have to end once `stop` has come back: who has been woken needs no time at all

NATIVE_ID = vars(threading.Thread)["native_id"].fget  # a class of the learner's may say otherwise


@dataclass
class StartLog(Log):
    """`address`: what it returned, as plain data. `answered`: clients that had their answers while all were connected.
    `threads`: different threads that talked. `listens`: there was a socket for clients to come to. `running`: all
    threads that were there then. `elsewhere`: the port was open on another address of this machine, too. `stop`: the
    story of `stop()`. `stopped`: it came back. `left`: names of threads that were still there afterwards. `bindable`:
    the port could be bound again. `open`: it still accepted.
    """

    address: Any = None
    answered: int = 0
    threads: int = 0
    listens: bool = False
    running: int = 0
    elsewhere: bool = False
    stop: str = ""
    stopped: bool = False
    left: list[str] = field(default_factory=list)
    bindable: bool = False
    open: bool = False


def watch_start(start: Function, clients: int) -> StartLog:
    """Call `start(talk)`, hold conversations with `clients` at once, then call `stop()` while they are connected.

    They are silent then, but the last of several does not read what `talk` has to say; another one had come and gone.
    """
    log = StartLog()
    with others.but_those_of_a_call() as before:
        _watch(log, start, clients, before)
    return log


def _watch(log: StartLog, start: Function, clients: int, before: frozenset[int]) -> None:
    talkers: list[int] = []
    left = threading.Event()

    def talk(conn: Any) -> None:
        talkers.append(threading.get_ident())
        with conn, suppress(OSError):
            while data := conn.recv(1024):
                conn.sendall(data.upper())
                while data == DEAF:
                    conn.sendall(MORE)
        left.set()

    starters: set[int] = set()

    def started() -> Any:
        starters.add(threading.get_native_id())
        return start(talk)

    started.__name__ = name_of(start)
    outcome = call(started)
    log.end(outcome)
    if not (log.returned and type(log.value) is tuple and len(log.value) == 2):
        return
    log.address = log.value[0]
    conns = _converse(log, clients)
    log.threads, log.running = len({*talkers}), len(tasks() - before - starters)
    log.listens = somebody_listens()
    log.elsewhere = _is_open(ELSEWHERE, log.address)
    if log.answered == clients > 0:
        _come_and_go(log.address, left)
        if clients > 1:
            _be_deaf(conns[-1])
    if type(log.address) is tuple:
        _stop(log, tuple.__getitem__(outcome.raw, 1), before)
    for conn in conns:
        conn.close()


def _converse(log: StartLog, clients: int) -> list[socket.socket]:
    """Each says something when it has come, and again when all are there."""
    conns: list[socket.socket] = []
    with suppress(*NO_ADDRESS):
        while len(conns) < clients:
            conns.append(socket.create_connection(log.address[:2], timeout=GUARD / 2))
            if not _ask(conns[-1], b"client %d" % len(conns)):
                log.answered = len(conns) - 1
                return conns
    for n, conn in enumerate(reversed(conns)):  # the last first: nobody's answer may wait for somebody else
        log.answered += _ask(conn, b"hello %d" % n)
        if log.answered <= n:
            break
    return conns


def _ask(conn: socket.socket, message: bytes) -> bool:
    with suppress(OSError):
        conn.sendall(message)
        return conn.recv(100) == message.upper()
    return False


def _come_and_go(address: Any, left: threading.Event) -> None:
    """One more client, whose conversation is over before the end."""
    with suppress(*NO_ADDRESS), socket.create_connection(address[:2], timeout=GUARD / 2) as conn:
        _ask(conn, b"good bye")
    left.wait(GUARD / 2)


def _be_deaf(conn: socket.socket) -> None:
    with suppress(OSError):
        conn.sendall(DEAF)
    looked_for(lambda: readable(conn), GUARD / 2)  # somebody has begun to reply, and will not come to an end


def _is_open(host: str, address: Any) -> bool:
    with suppress(*NO_ADDRESS, IndexError), socket.create_connection((host, address[1]), timeout=1):
        return True
    return False


def _stop(log: StartLog, stop: Any, before: frozenset[int]) -> None:
    outcome = call(stop)
    log.stop, log.stopped = outcome.story, outcome.returned
    if log.stopped:
        looked_for(lambda: not tasks() - before, DYING)
    log.left = names_of(tasks() - before, NATIVE_ID)
    with suppress(*NO_ADDRESS), socket.create_server(log.address[:2]):
        log.bindable = True
    # last: a client wakes an accept loop that is still there, which may free the port then
    with suppress(*NO_ADDRESS), socket.create_connection(log.address[:2], timeout=1):
        log.open = True
