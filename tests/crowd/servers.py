"""Servers for a crowd to visit: on threads of this process, each with one habit."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Address = tuple[str, int]
Talk = Callable[[socket.socket], None]
GUARD = 10.0


def echo(conn: socket.socket) -> None:
    """What a crowd expects."""
    while data := conn.recv(1024):
        conn.sendall(data.upper())


def one_byte_at_a_time(conn: socket.socket) -> None:
    conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    while data := conn.recv(1):
        conn.sendall(data.upper())


def lower_case(conn: socket.socket) -> None:
    while data := conn.recv(1024):
        conn.sendall(data)


def hangs_up(conn: socket.socket) -> None:
    conn.recv(1024)


def resets(conn: socket.socket) -> None:
    conn.recv(1024)
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def silent(conn: socket.socket) -> None:
    while conn.recv(1024):
        pass


def answers_once_all_are_in(n: int) -> Talk:
    """Nobody gets an answer before `n` clients are connected at the same time."""
    meeting = threading.Barrier(n)

    def talk(conn: socket.socket) -> None:
        with suppress(threading.BrokenBarrierError):
            meeting.wait(GUARD)
            echo(conn)

    return talk


@contextmanager
def serving(talk: Talk, backlog: int = 128) -> Iterator[Address]:
    """The address of a server with a thread for each client, which goes when the block ends."""
    server = socket.create_server(("127.0.0.1", 0), backlog=backlog)
    accepting = threading.Thread(target=_accept, args=(server, talk), daemon=True)
    accepting.start()
    try:
        yield server.getsockname()
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        accepting.join(GUARD)


def _accept(server: socket.socket, talk: Talk) -> None:
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        threading.Thread(target=_talk, args=(talk, conn), daemon=True).start()


def _talk(talk: Talk, conn: socket.socket) -> None:
    with conn, suppress(ConnectionError):
        talk(conn)


@contextmanager
def nobody_listens() -> Iterator[Address]:
    """An address that is taken and refuses connections."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()


@contextmanager
def never_accepts(backlog: int) -> Iterator[socket.socket]:
    """A listening socket, and nobody who accepts."""
    with socket.create_server(("127.0.0.1", 0), backlog=backlog) as server:
        yield server
