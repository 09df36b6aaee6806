"""What a picture consists of: lanes, and on them bars, waits, marks and the steps of a queue. All times in seconds."""

from __future__ import annotations

from dataclasses import dataclass

MAIN = "MainThread"
LAST = 1_000_000  #: sorts lanes that belong to no pool behind those that do


@dataclass
class Lane:
    """A thread, a process, a greenlet, or the queue of a pool. Sorted by `key`: pool, then queue before workers."""

    name: str
    kind: str  #: main, thread, process, greenlet or queue
    key: tuple[int, int, int] = (LAST, 1, 0)


@dataclass
class Bar:
    """A task on the lane that ran it, or (`task` -1) the life of a lane. Seconds; `end` is None while it goes on."""

    lane: str
    task: int
    start: float
    end: float | None = None
    state: str = "running"  #: running, finished or failed; alive or ended for a lane's life
    label: str = ""
    queued: float | None = None  #: when it was submitted
    by: str = ""  #: the queue it waited in
    depth: int = 0  #: how many bars of its lane it lies upon


@dataclass
class Wait:
    """The lane waits, for what `reason` says."""

    lane: str
    start: float
    end: float | None
    reason: str


@dataclass
class Mark:
    """A callback on the lane that runs it, or something that takes no time: a cancellation, a socket's news."""

    lane: str
    start: float
    end: float | None
    kind: str
    label: str


@dataclass
class Step:
    """The queue `lane` grows (+1) or shrinks (-1)."""

    lane: str
    time: float
    change: int


Item = Lane | Bar | Wait | Mark | Step
