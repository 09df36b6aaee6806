"""One thing that happened: plain data, sortable, the same for every reader of the log."""

from __future__ import annotations

from typing import NamedTuple

#: Every kind of event, and what it says. `lane` is where it happened: a thread, a process or a greenlet.
KINDS = {
    "queued": "a task was handed to a pool: text is its name, on the pool, size the pool's number of workers",
    "handed": "a process pool has moved the task towards its workers; it can no longer be cancelled",
    "started": "the lane began to run the task",
    "finished": "the task has a result",
    "failed": "the task raised: text is the error's class",
    "cancelled": "the task was cancelled before it began",
    "callback": "the lane began to run a callback of the task: text is the callback's name",
    "callback_over": "that callback came back",
    "began": "the lane itself began: text says thread or greenlet",
    "ended": "the lane itself ended",
    "wait": "the lane waits: text says for what, task for whose result, on for which connection",
    "woke": "the lane goes on",
    "accepted": "a connection was accepted: on is its name, text the other end",
    "got": "size bytes were received on the connection, 0 at its end",
    "sent": "size bytes were sent on the connection",
    "closed": "the connection was closed",
}


class Event(NamedTuple):
    """What happened (`kind`, one of KINDS), when, where, and to what.

    `time`: seconds since the watch began. `task`, `size`: -1 where it does not apply; `text`, `on`: "" likewise.
    """

    time: float
    kind: str
    lane: str
    task: int = -1
    text: str = ""
    on: str = ""
    size: int = -1
