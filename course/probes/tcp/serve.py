"""Does an accept loop hand every connection over, at once and open, and end quietly when the server is closed?"""

from __future__ import annotations

import os
import socket
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from course.probes.guard import GUARD, LOOK, Call, call
from course.probes.handed import opaque_function
from course.probes.log import Function, Log
from course.probes.patience import looked_for, patiently
from course.probes.plain import class_name
from course.probes.standing import stands_in

CROWD = 2  #: clients that are at the door together
QUIET = 2.0  #: seconds in which nobody comes; who stands in accept() for good is spared them
GIVEN_BACK = 5.0  #: seconds after which the address of a client that has left is free again; mostly it is at once

TIMEVAL = struct.Struct("ll")  #: as the kernel counts time: seconds, and millionths of one

_ACCEPT = socket.socket.accept.__code__


@dataclass
class ServeLog(Log):
    """`handed`: connections handed over. Of the `clients` two are at the door when it begins, if there are as many as
    three; the others come one by one, each after those before were handed over, and the last one of three or more has
    the address of somebody who was handed over and left, and does not count.
    `talked`: times it called `talk` itself. `talks`: times that what it handed over called `talk`. `answered`: clients
    whose connection, given to `talk`, was the right one and still open: they have what `talk` replied. `other`: what
    `spawn` was given that is no function, as text, or ''.
    """

    clients: int = 0
    handed: int = 0
    talked: int = 0
    talks: int = 0
    answered: int = 0
    other: str = ""


class _Scene:
    """A `spawn` that keeps what it is given, and a `talk` that answers with what nobody else knows."""

    def __init__(self, log: ServeLog) -> None:
        self.log = log
        self.kept: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = []
        self.changed = threading.Condition()
        self.running = False
        self.replies = set[bytes]()

    def spawn(self, function: Any = None, *args: Any, **kwargs: Any) -> None:
        with self.changed:
            if callable(function):
                self.kept.append((function, args, kwargs))
            else:
                self.log.other = class_name(function)
            self.changed.notify_all()

    def talk(self, conn: Any) -> None:
        if not self.running:
            with self.changed:
                self.log.talked += 1
                self.changed.notify_all()
            return
        self.log.talks += 1
        with suppress(AttributeError, OSError, TypeError):
            conn.settimeout(LOOK)  # what was sent has come by now; a second reader of the same connection finds nothing
            reply = conn.recv(100) + os.urandom(8)
            self.replies.add(reply)
            conn.sendall(reply)

    def wait_for(self, n: int, serving: Call) -> bool:
        with self.changed:
            patiently(
                lambda s: self.changed.wait_for(lambda: len(self.kept) >= n or self.misled or serving.over.is_set(), s)
            )
            return len(self.kept) >= n and not self.misled

    def forget(self) -> None:
        """What was handed over last."""
        with self.changed:
            del self.kept[-1:]

    def poke(self) -> None:
        with self.changed:
            self.changed.notify_all()

    @property
    def misled(self) -> bool:
        return bool(self.log.talked or self.log.other)

    def run_all(self) -> None:
        """Only now, when all have come: a function that looks its connection up late finds the last one."""
        self.running = True
        for function, args, kwargs in self.kept:
            if not call(partial(function, *args, **kwargs), name="what it handed over").over.is_set():
                break

    def replied(self, message: bytes, reply: bytes) -> bool:
        """Whether that is what `talk` replied to this message."""
        return reply in self.replies and reply.startswith(message)


def watch_serve(serve: Function, clients: int) -> ServeLog:
    """Call `serve(server, spawn, talk)`, let `clients` come, close the server, and then let `talk` answer them."""
    log = ServeLog(clients=clients)
    scene = _Scene(log)
    server = socket.create_server(("127.0.0.1", 0), backlog=64)
    address = server.getsockname()
    knocking = [_knock(address) for _ in range(CROWD if clients > CROWD else 0)]
    serving = Call(
        serve,
        server,
        opaque_function(scene.spawn),
        opaque_function(scene.talk),
        name="`serve`",
        when_over=scene.poke,
    )
    while scene.wait_for(len(knocking), serving) and len(knocking) < clients:
        if 0 < len(knocking) == clients - 1:  # it has been accepting before: its timeout is set
            _keep_quiet(server, serving)
        mine = _address_of_another(scene, address, serving) if CROWD < clients == len(knocking) + 1 else None
        knocking.append(_knock(address, mine))
    log.handed = len(scene.kept)
    with suppress(OSError):
        server.shutdown(socket.SHUT_RDWR)
    server.close()
    log.end(serving.wait())
    _ask(scene, [client for client in knocking if client])
    return log


def _knock(address: Any, mine: Any = None) -> socket.socket | None:
    """From the address `mine`, as soon as the system gives it to somebody else; or, if it does not, from any."""
    knocked: list[socket.socket] = []

    def knocks(source: Any) -> bool:
        with suppress(OSError):
            knocked.append(socket.create_connection(address, timeout=GUARD, source_address=source))
        return bool(knocked)

    if not (mine and looked_for(lambda: knocks(mine), GIVEN_BACK)):
        knocks(None)
    return knocked[0] if knocked else None


def _address_of_another(scene: _Scene, address: Any, serving: Call) -> Any:
    """Of a client that was handed over and left: the system gives it to somebody else sooner or later."""
    before, visitor = len(scene.kept), _knock(address)
    if visitor is None:
        return None
    mine = visitor.getsockname()
    if scene.wait_for(before + 1, serving):
        scene.forget()
    visitor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # or it would be kept a while
    visitor.close()
    return mine


def _keep_quiet(server: socket.socket, serving: Call) -> None:
    """A quiet time is no end. It is longer than the server's timeout; without one, than who asks `select` first waits
    before it gives up, mostly.
    """
    timeout = 0.0 if server.fileno() == -1 else max(server.gettimeout() or 0.0, _timeout_in_the_kernel(server))

    def needs_none() -> bool:
        return serving.over.is_set() or (not timeout and stands_in(serving.ident, _ACCEPT))

    looked_for(needs_none, min(max(timeout, QUIET) + LOOK, GUARD))


def _timeout_in_the_kernel(server: socket.socket) -> float:
    """Seconds after which it ends an `accept` by itself, whatever Python knows of it; 0 if it never does."""
    with suppress(OSError):
        seconds, millionths = TIMEVAL.unpack(server.getsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, TIMEVAL.size))
        return float(seconds + millionths / 1e6)
    return 0.0


def _ask(scene: _Scene, knocking: list[socket.socket]) -> None:
    for n, client in enumerate(knocking):
        with suppress(OSError):
            client.sendall(b"client %d" % n)
    scene.run_all()
    for n, client in enumerate(knocking):
        client.settimeout(0.5 if scene.kept else 0)
        with suppress(OSError):
            scene.log.answered += scene.replied(b"client %d" % n, client.recv(100))
        client.close()
