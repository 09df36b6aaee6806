"""Does `load` have all its clients connected at the same time, and whom does it count?"""

from __future__ import annotations

import select
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import GUARD, LOOK, Call
from course.probes.log import Function, Log

PATIENCE = 1.0  #: seconds the server waits for more clients once somebody has asked; only wrong code uses them up


@dataclass
class LoadLog(Log):
    """`together`: most clients that were connected at the same time. `left_early`: clients that had gone before the
    last one had its answer.
    """

    together: int = 0
    left_early: int = 0
    conns: list[Any] = field(default_factory=list, repr=False)


def watch_load(load: Function, n: int, silent: int = 0) -> LoadLog:
    """Call `load(address, n)`. The server answers when all `n` are there: all of them but the last `silent`, on whom it
    hangs up without a word.
    """
    log = LoadLog()
    with socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        over = threading.Event()
        serving = Call(lambda: _serve(server, n, silent, log, over), thread_name="server")
        log.end(Call(load, server.getsockname(), n, name="`load`", when_over=over.set).wait(3 * GUARD))
        over.set()
        serving.wait()
    return log


def _serve(server: Any, n: int, silent: int, log: LoadLog, over: threading.Event) -> None:
    try:
        _gather(server, n, log, over)
        if log.together >= n:
            _answer(log, n - silent, over)
    finally:
        for conn in log.conns:
            conn.close()


def _gather(server: Any, n: int, log: LoadLog, over: threading.Event) -> None:
    """Accept until all are there, or until somebody has asked and nobody else has come for a while."""
    asked = 0.0
    while log.together < n and asked < PATIENCE:
        last = over.is_set()  # before the look: whoever `load` has connected is at the door when it returns
        if select.select([server], [], [], 0 if last else LOOK)[0]:
            log.conns.append(server.accept()[0])
            asked = 0.0
        elif last:
            break
        elif select.select(log.conns, [], [], 0)[0]:
            asked += LOOK
        log.together = max(log.together, len(log.conns) - _gone(log.conns))


def _answer(log: LoadLog, answered: int, over: threading.Event) -> None:
    """Answer the first, one after the other; then hang up on the rest, in good order: a reset would be no silence."""
    for i, conn in enumerate(log.conns):
        asked = _asked(conn, over)  # before the count: a client that asks nothing is waited for until it leaves
        if i < answered:
            log.left_early = max(log.left_early, _gone(log.conns[:answered]))
            with suppress(OSError):
                conn.sendall(asked.upper())
        else:
            conn.close()
        if i == 0 < answered:
            select.select([conn], [], [], LOOK)  # a client that leaves with its answer has gone by then


def _asked(conn: Any, over: threading.Event) -> bytes:
    """What this client says; b"" if it leaves without a word, or says nothing until `load` is over."""
    last = False
    while not select.select([conn], [], [], 0 if last else LOOK)[0]:
        if last:
            return b""
        last = over.is_set()
    try:
        return bytes(conn.recv(65536))
    except OSError:
        return b""


def _gone(conns: list[Any]) -> int:
    """How many peers have closed."""
    gone = 0
    for conn in select.select(conns, [], [], 0)[0] if conns else []:
        with suppress(OSError):
            gone += conn.recv(1, socket.MSG_PEEK) == b""
    return gone
