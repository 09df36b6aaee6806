"""Measure one server with one number of clients."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import psutil

from course.crowd.address import local
from course.crowd.child import crowd
from course.crowd.cooperative import cooperative_wait, unpatched
from course.crowd.counts import Counts
from course.crowd.listening import backlog
from course.crowd.memory import resident, server_process
from course.crowd.row import Row
from course.errors import CourseError
from course.probes.complaint import sentence

#: Starts a server and returns its address and what stops it.
Server = Callable[[], tuple[Any, Callable[[], object]]]

ENOUGH = 4000  # requests in a measurement: fewer take too short a time to be told from noise
FEW = 100  # clients below which the memory they take cannot be told from other changes
SETTLE = 3.0  # seconds a server has to accept those in its backlog, and again to start whatever serves them
LOOK = 0.05  # seconds between two looks


def measure(
    name: str, server: Server, clients: int, messages: int | None = None, limit: float = 20.0, rounds: int = 1
) -> Row:
    """Start `server`, visit it with so many `clients`, stop it.

    Each client sends `messages` (None: enough for some 4,000 together) in each of `rounds` talks on the same
    connections; the best round counts, as any other has been disturbed. Nothing takes longer than `limit` seconds. A
    server that fails gets a row that says so. CourseError if the machine cannot hold so many clients.
    """
    try:
        address, stop = server()
    except Exception as error:
        return Row(name, clients, note=f"It did not start: {sentence(error)}.")
    try:
        return _visit(name, local(address), clients, messages or max(3, -(-ENOUGH // clients)), limit, rounds)
    finally:
        stop()


def _visit(name: str, address: tuple[str, int], clients: int, messages: int, limit: float, rounds: int) -> Row:
    process = server_process(address[1])
    gc.collect()
    before = resident(process) if process else 0
    with crowd(address, clients, messages, limit=limit) as visitors:
        _wait_accepted(address)
        grown = _settled(process) - before if process else 0
        counts = max((visitors.talk() for _ in range(rounds)), key=lambda counts: (counts.answered, counts.per_second))
    memory = grown / clients if clients >= FEW and grown > 0 and counts.connected == clients else None
    return _row(name, counts, memory, process == psutil.Process())


def _row(name: str, counts: Counts, memory: float | None, shared: bool) -> Row:
    row = Row(name, counts.n, counts.answered, memory=memory, shared=shared)
    if counts.answered == counts.n:
        return replace(row, per_second=counts.per_second, p50=counts.p50, p99=counts.p99)
    why = ", ".join(f"{count:,} clients: {reason}" for reason, count in counts.failed.items())
    return replace(row, note=f"{why or 'The crowd was stopped'}.")


def _wait_accepted(address: tuple[str, int]) -> None:
    """Give the server time to accept those in its backlog, where the system tells; some servers never do."""
    for _ in _looks():
        try:
            if backlog(address).waiting == 0:
                return
        except CourseError:
            return


def _settled(process: psutil.Process) -> int:
    """Bytes of memory when they have stopped growing: a thread or greenlet is made first and started later."""
    last = -1
    for _ in _looks():
        last, before = resident(process), last
        if last == before:
            break
    return last


def _looks() -> Iterator[None]:
    """A turn every now and then, until the server has had time enough; it may live in this very thread."""
    sleep = unpatched("time", "sleep")
    for _ in range(round(SETTLE / LOOK)):
        yield
        cooperative_wait(lambda: sleep(LOOK))
