"""Who sits where at a listening socket, as the system sees it: in the backlog, accepted, not yet listened to.

A client is *connected* as soon as the system has shaken hands with it, whether the server has called `accept` or not.
Until then it stands in the backlog. Linux tells both in /proc/net/tcp: the queue of a listening socket is its backlog,
and a connection that no process has accepted yet has no inode.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.crowd.address import local
from course.crowd.listen_queue import listen_queue
from course.errors import CourseError

TCP = {4: Path("/proc/net/tcp"), 6: Path("/proc/net/tcp6")}
ESTABLISHED, CLOSE_WAIT, LISTEN = "01", "08", "0A"


@dataclass(frozen=True)
class Backlog:
    """`waiting`: connections that nobody has accepted yet; `size`: how many may wait, None if not to be found out."""

    waiting: int
    size: int | None

    def __str__(self) -> str:
        room = "" if self.size is None else f" (there is room for {self.size:,})"
        return f"{self.waiting:,} connected and not yet accepted{room}."


@dataclass(frozen=True)
class Seats:
    """The connections of one server: `waiting` in a backlog of `size`, `accepted`, and of these `unread`: they have
    sent something that the server has not read.
    """

    waiting: int
    size: int | None
    accepted: int
    unread: int

    @property
    def connected(self) -> int:
        """All that shook hands."""
        return self.waiting + self.accepted

    def __str__(self) -> str:
        room = "" if self.size is None else f" of {self.size:,}"
        return (
            f"{self.connected:,} connected: {self.waiting:,}{room} in the backlog, {self.accepted:,} accepted, "
            f"of these {self.unread:,} not yet listened to."
        )


def backlog(address: Any) -> Backlog:
    """The backlog of the server that listens on `address`, a loopback (host, port) or the listening socket itself.

    CourseError if nobody listens there or the system does not tell.
    """
    host, port = _where(address)
    queue = listen_queue(port, ipv6=":" in host)
    if queue is not None:
        return Backlog(*queue)
    now = seats(address)
    return Backlog(now.waiting, now.size)


def seats(address: Any) -> Seats:
    """Who is connected to the server that listens on `address`, and how far they got. CourseError as in `backlog`.

    The system is asked for all connections of the machine, which takes some 50 ms when there are 20,000.
    """
    host, port = _where(address)
    queue = listen_queue(port, ipv6=":" in host)
    found = count_seats(TCP[6 if ":" in host else 4].read_text(), port, queue[1] if queue else None)
    if found is None:
        raise CourseError(f"Nobody listens on {host}:{port}: start the server first, or look at its address.")
    return found


def _where(address: Any) -> tuple[str, int]:
    if sys.platform != "linux":
        raise CourseError("Only Linux tells who waits in a backlog: look at this in a Linux machine or container.")
    return local(address.getsockname() if hasattr(address, "getsockname") else address)


def count_seats(table: str, port: int, size: int | None = None) -> Seats | None:
    """Count in the text of /proc/net/tcp; None if nobody listens on `port`."""
    waiting, accepted, unread = None, 0, 0
    counted = set()  # the table is read piece by piece: when it grows meanwhile, a connection may stand in it twice
    for state, received, inode in _rows(table, f":{port:04X}"):
        if state == LISTEN:
            waiting = received
        elif state in (ESTABLISHED, CLOSE_WAIT) and inode and inode not in counted:
            counted.add(inode)
            accepted += 1
            unread += received > 0
    return None if waiting is None else Seats(waiting, size, accepted, unread)


def _rows(table: str, port: str) -> Iterator[tuple[str, int, int]]:
    """State, receive queue and inode of each socket whose own port is `port` (as `:1F90`)."""
    for line in table.splitlines()[1:]:
        if port in line[:48]:  # most lines are somebody else's: splitting each would take three times as long
            fields = line.split()
            if fields[1].endswith(port):
                yield fields[3], int(fields[4].partition(":")[2], 16), int(fields[9])
