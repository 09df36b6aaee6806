"""Does `load` have all its clients connected at the same time, and whom does it count?"""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from course.probes.guard import GUARD, LOOK, Call
from course.probes.log import Function, Log
from course.probes.patience import looked_for
from course.probes.tcp.descriptors import sockets_at, wait_until_read

PATIENCE = 1.0  #: seconds the server waits for more clients once somebody has asked; only wrong code uses them up
HAS_ENDED = getattr(select, "POLLRDHUP", select.POLLIN)  #: also where there is something unread before the end

ANSWER: dict[str, Callable[[bytes], bytes]] = {
    "right": lambda asked: asked.upper(),
    "none": lambda asked: b"",
    "half": lambda asked: asked.upper()[: len(asked) // 2],
    "other": lambda asked: bytes(byte ^ 1 for byte in asked.upper()),
}


@dataclass
class LoadLog(Log):
    """`together`: most clients that were connected at the same time. `left_early`: clients that had gone before the
    last one had its answer.
    """

    together: int = 0
    left_early: int = 0
    conns: list[Any] = field(default_factory=list, repr=False)


def watch_load(load: Function, n: int, silent: int = 0, misled: int = 0, in_pieces: bool = False) -> LoadLog:
    """Call `load(address, n)`. The server answers when all `n` are there: all of them but `silent`, on whom it hangs up
    without a word, and `misled`, who get half of the answer or another one before. With `in_pieces` the rest of the
    first answer comes when its beginning has been read.
    """
    log = LoadLog()
    answers = _answers(n, silent, misled)
    with socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        over = threading.Event()
        serving = Call(lambda: _serve(server, answers, log, over, in_pieces), thread_name="server")
        log.end(Call(load, server.getsockname(), n, name="`load`", when_over=over.set).wait(3 * GUARD))
        over.set()
        serving.wait()
    return log


def _answers(n: int, silent: int, misled: int) -> list[str]:
    """Which answer each of `n` clients gets; those with none are in the middle, so that others come after them."""
    answers, others = ["right"] * n, ["none"] * silent + ["other", "half"] * misled
    for place, answer in zip([*range(1, n, 2), *range(0, n, 2)], others[: silent + misled], strict=False):
        answers[place] = answer
    return answers


def _serve(server: Any, answers: list[str], log: LoadLog, over: threading.Event, in_pieces: bool) -> None:
    try:
        _gather(server, len(answers), log, over)
        if log.together >= len(answers):
            _answer(log, answers, over, in_pieces)
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


def _answer(log: LoadLog, answers: list[str], over: threading.Event, in_pieces: bool) -> None:
    """Answer one after the other, in good order: a reset would be no silence."""
    right = [conn for conn, answer in zip(log.conns, answers, strict=False) if answer == "right"]
    for conn, answer in zip(log.conns, answers, strict=False):
        asked = _asked(conn, over)  # before the count: a client that asks nothing is waited for until it leaves
        if [conn] == right[1:][-1:]:
            looked_for(lambda: _gone(right) > 0, LOOK)  # a client that leaves with its answer has gone by then
        if answer == "right":
            log.left_early = max(log.left_early, _gone(right))
        with suppress(OSError):
            if in_pieces and conn is right[0]:
                conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                conn.sendall(asked[:1].upper())
                wait_until_read(conn, PATIENCE)
                asked = asked[1:]
            conn.sendall(ANSWER[answer](asked))
            if answer != "right":
                conn.shutdown(socket.SHUT_WR)


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
    """How many peers have closed. Who has only ended its own direction is still there."""
    poll = select.poll()
    for conn in conns:
        poll.register(conn, HAS_ENDED)
    ended = {number for number, _ in poll.poll(0)}
    return sum(conn.fileno() in ended and not _is_there(conn) for conn in conns)


def _is_there(conn: Any) -> bool:
    with suppress(OSError):
        there = bool(sockets_at(conn.getpeername()))
        return there or (HAS_ENDED == select.POLLIN and conn.recv(1, socket.MSG_PEEK) != b"")
    return False
