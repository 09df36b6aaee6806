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

MESSAGE = b"".join(b"line %06d of it\n" % n for n in range(900))  #: what a client sends at once
FITS = 2048  #: bytes that sockets are asked to keep; the system doubles it, and keeps a little more
PATIENCE = 2.0  #: seconds without one thread more than before


@dataclass
class SlowReadersLog(Log):
    """`clients`: clients that did not read their replies for a while. `extra`: threads beyond `max_workers`, at most.
    `answered`: clients that had the whole reply, and in order, when they read at last.
    """

    clients: int = 0
    extra: int = 0
    answered: int = 0


def watch_slow_readers(communicate: Function, max_workers: int, patience: float = PATIENCE) -> SlowReadersLog:
    """Call `communicate(server, max_workers)`; more clients talk than it may have threads, and read nothing until the
    number of threads has not grown for `patience` seconds.
    """
    log = SlowReadersLog(clients=2 * (max_workers + HANDFUL))
    with others.but_those_of_a_call() as before, socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, FITS)  # whoever is accepted has it too
        serving = Call(communicate, server, max_workers, name="`communicate`")
        serving.wait(GUARD)
        log.end(serving)
        if log.returned:
            clients = [_slow_reader(server.getsockname()) for _ in range(log.clients)]
            owed = {client: _ask(client) for client in clients}
            log.extra = _most(lambda: len(tasks() - before) - max_workers, patience)
            log.answered = _read(owed)
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


def _ask(client: socket.socket) -> bytes:
    """The reply that is owed to what was sent: a reader that does not read cannot wait until all is."""
    with suppress(OSError):
        return MESSAGE[: client.send(MESSAGE)].upper()
    return b""


def _most(extra: Function, patience: float) -> int:
    """The most there are until one too many is there, or none has come for a while."""
    most, give_up = 0, time.monotonic() + patience
    while most <= HANDFUL and time.monotonic() < give_up:
        if (now := extra()) > most:
            most, give_up = now, time.monotonic() + patience
        time.sleep(LOOK / 4)
    return most


def _read(owed: dict[socket.socket, bytes]) -> int:
    """Read until all clients have what they are owed, or nothing comes any more; how many have it.

    So the server's threads go on and end as they do in peace.
    """
    for client in owed:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, len(MESSAGE))
    come, waiting = dict.fromkeys(owed, b""), set(owed)
    while waiting and (ready := connection.wait(waiting, GUARD / 2)):
        for client in waiting.intersection(ready):
            piece = _come(client)
            come[client] += piece
            if not piece or len(come[client]) >= len(owed[client]):
                waiting.discard(client)
    return sum(reply != b"" and come[client] == reply for client, reply in owed.items())


def _come(client: socket.socket) -> bytes:
    """What has come; b"" if it has ended."""
    with suppress(OSError):
        return client.recv(len(MESSAGE))
    return b""
