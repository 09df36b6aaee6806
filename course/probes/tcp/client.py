"""What does `client` say to a server, and does it read the replies whole and close?"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from course.probes.for_ever import waits_for_ever
from course.probes.guard import GUARD, LOOK, Call, call
from course.probes.log import Function, Log
from course.probes.patience import looked_for
from course.probes.peers import Reply, capitals_or_secret
from course.probes.tcp.descriptors import hang_up, sockets_at, wait_until_read
from course.probes.tcp.stingy_sockets import Plain, stingy_sockets

LARGEST = 65536


@dataclass
class ClientLog(Log):
    """`conversations`: all bytes heard on each connection. `replies`: what the server has to say to each message that
    is not empty. `left_open`: descriptors of sockets it did not close. `for_ever`: it waited for a reply that nobody
    owed it.
    """

    conversations: list[bytes] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    left_open: int = 0
    for_ever: bool = False


class _Server:
    """One conversation after the other, until the last one comes, which is the probe's own."""

    def __init__(self, log: ClientLog, reply: Reply, most: int) -> None:
        self.log, self.reply, self.most = log, reply, most
        self.ended = 0
        self.visitors: list[Any] = []  # their addresses
        self.last: Any = None
        self.socket = Plain(socket.AF_INET, socket.SOCK_STREAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(64)
        self.address = self.socket.getsockname()
        self.serving = Call(self._serve, thread_name="server")

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                conn, visitor = self._accept()
                if visitor == self.last:
                    conn.close()
                    return
                self.visitors.append(visitor)
                self.log.conversations.append(b"")
                with conn, suppress(ConnectionError):
                    conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    while data := conn.recv(LARGEST):
                        self.log.conversations[-1] += data
                        self._answer(conn, self.reply(data))
                self.ended += 1

    def _accept(self) -> tuple[Any, Any]:
        fd, address = self.socket._accept()  # type: ignore[attr-defined]  # `accept` would make a stingy one
        return Plain(fileno=fd), address

    def _answer(self, conn: Any, reply: bytes) -> None:
        """A part at first, also for sockets that are not made by `socket.socket`; the rest when it has been read."""
        if len(reply) > self.most:
            conn.sendall(reply[: self.most])
            wait_until_read(conn, GUARD / 2)
            reply = reply[self.most :]
        conn.sendall(reply)

    def left_open(self) -> set[int]:
        """Descriptors at the other end of its conversations: there is one until the client closes it."""
        return {number for visitor in [*self.visitors] for number in sockets_at(visitor)}

    def end(self, still_open: Callable[[], set[int]]) -> int:
        """How many descriptors were not closed; only a client that has left one open is waited for.

        The last one to come is the probe itself: whoever else has knocked was there before and is heard.
        """
        looked_for(lambda: not still_open(), 5 * LOOK)
        left = still_open()
        with Plain(socket.AF_INET, socket.SOCK_STREAM) as last:
            last.bind(("127.0.0.1", 0))
            self.last = last.getsockname()
            last.connect(self.address)
            looked_for(lambda: self.serving.over.is_set() or self._hang_up(left, still_open()), GUARD / 2)
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        return len(left) + len(self.log.conversations) - self.ended

    def _hang_up(self, left: set[int], found: set[int]) -> bool:
        left |= found
        for number in found:
            hang_up(number)
        return False


def _close(descriptor: int, made: list[socket.socket]) -> None:
    """By the socket that has it, so that it is closed once; by its number if it was detached."""
    mine = next((sock for sock in made if Plain.fileno(sock) == descriptor), None)
    if mine is None:
        os.close(descriptor)
    else:
        Plain.close(mine)


def watch_client(client: Function, messages: Sequence[str], most: int = LARGEST, secret: bool = False) -> ClientLog:
    """Call `client(address, messages)`; a server there replies in capitals. `most`: bytes per `recv` and `send`.

    With `secret` it replies with other letters, which only those know who read them.
    """
    reply = capitals_or_secret(secret)
    log = ClientLog(replies=[reply(message.encode()).decode() for message in messages if message])
    server = _Server(log, reply, most)
    with stingy_sockets(server.address, most) as book:
        outcome = call(client, server.address, list(messages))
    log.left_open = server.end(lambda: server.left_open().union(book.still_open()))
    for descriptor in book.still_open():
        _close(descriptor, book.made)
    server.serving.wait(GUARD)
    log.end(outcome)
    log.for_ever = waits_for_ever(log, outcome, book.for_ever)
    return log
