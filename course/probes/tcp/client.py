"""What does `client` say to a server, and does it read the replies whole and close?"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import GUARD, Call, call, is_a
from course.probes.log import Function, Log
from course.probes.scripted_conn import NothingComes
from course.probes.tcp.stingy_sockets import Plain, stingy_sockets


@dataclass
class ClientLog(Log):
    """`conversations`: all bytes heard on each connection. `left_open`: sockets it did not close. `for_ever`: it waited
    for a reply that nobody owed it.
    """

    conversations: list[bytes] = field(default_factory=list)
    left_open: int = 0
    for_ever: bool = False


def watch_client(client: Function, messages: Sequence[str], most: int = 65536) -> ClientLog:
    """Call `client(address, messages)`; a server there replies in capitals. `most`: bytes per `recv` and `send`."""
    log = ClientLog()
    server = Plain(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("127.0.0.1", 0))
    server.listen(64)
    serving = Call(lambda: _serve(server, log), thread_name="server")
    with stingy_sockets(most) as made:
        outcome = call(client, server.getsockname(), list(messages))
        log.left_open = sum(sock.fileno() != -1 for sock in made)
        for sock in made:
            sock.close()
    _end(server)
    serving.wait(GUARD)
    log.end(outcome)
    log.for_ever = is_a(outcome.error, NothingComes) or not outcome.over.is_set()
    return log


def _serve(server: Any, log: ClientLog) -> None:
    """One conversation after the other, until the socket is shut down."""
    with suppress(OSError):
        while True:
            conn, _ = server.accept()
            log.conversations.append(b"")
            with conn, suppress(ConnectionError):
                while data := conn.recv(65536):
                    log.conversations[-1] += data
                    conn.sendall(data.upper())


def _end(server: Any) -> None:
    with suppress(OSError):
        server.shutdown(socket.SHUT_RDWR)
    server.close()
