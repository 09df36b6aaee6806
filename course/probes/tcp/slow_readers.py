"""How many threads does a pool server have when nobody reads its replies?

Every client asks for more than fits into the sockets between it and the server, and reads nothing: whoever replies
stands there. So what serves one message each adds up, where messages that are served one after the other would hide it.
"""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import connection
from typing import Any

from course.probes.guard import GUARD, LOOK, Call
from course.probes.log import Function, Log
from course.probes.tcp.communicate import HANDFUL, stop_server
from course.probes.tcp.tasks import others, tasks

MESSAGE = 1 << 14  #: bytes that a client sends at once
FITS = 2048  #: bytes that sockets are asked to keep; the system doubles it, and keeps a little more
PATIENCE = 2.0  #: seconds without one thread more than before


@dataclass
class SlowReadersLog(Log):
    """`clients`: clients that did not read their replies. `extra`: threads beyond `max_workers`, at most."""

    clients: int = 0
    extra: int = 0


def watch_slow_readers(communicate: Function, max_workers: int) -> SlowReadersLog:
    """Call `communicate(server, max_workers)`; more clients talk than it may have threads, and read nothing."""
    log = SlowReadersLog(clients=2 * (max_workers + HANDFUL))
    with others.but_those_of_a_call() as before, socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, FITS)  # whoever is accepted has it too
        serving = Call(communicate, server, max_workers, name="`communicate`")
        serving.wait(GUARD)
        log.end(serving)
        if log.returned:
            clients = [_slow_reader(server.getsockname()) for _ in range(log.clients)]
            owed = {client: _ask(client) for client in clients}
            log.extra = _most(lambda: len(tasks() - before) - max_workers)
            _read(owed)
            for client in clients:
                client.close()
            stop_server(serving.raw)
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
    return log


def _slow_reader(address: Any) -> socket.socket:
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, FITS)  # before it connects: later it may only grow
    client.settimeout(GUARD / 2)
    client.connect(address)
    client.setblocking(False)
    return client


def _ask(client: socket.socket) -> int:
    """How many bytes were sent: a reader that does not read cannot wait until all are."""
    with suppress(OSError):
        return client.send(b"a" * MESSAGE)
    return 0


def _most(extra: Function) -> int:
    """The most there are until one too many is there, or none has come for a while."""
    most, give_up = 0, time.monotonic() + PATIENCE
    while most <= HANDFUL and time.monotonic() < give_up:
        if (now := extra()) > most:
            most, give_up = now, time.monotonic() + PATIENCE
        time.sleep(LOOK / 4)
    return most


def _read(owed: dict[socket.socket, int]) -> None:
    """Read what the clients are owed, so that the server's threads go on and end as they do in peace."""
    for client in owed:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, MESSAGE)
    while waiting := [client for client, n in owed.items() if n > 0]:
        ready = connection.wait(waiting, LOOK * 5)
        if not ready:
            return
        for client in waiting:
            owed[client] -= _come(client) if client in ready else 0


def _come(client: socket.socket) -> int:
    """Bytes that have come; all there are to come if it has ended."""
    with suppress(OSError):
        return len(client.recv(MESSAGE)) or MESSAGE
    return MESSAGE
