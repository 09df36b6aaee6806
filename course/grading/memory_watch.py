"""How much memory all processes of a box have taken together; a limit of the kernel's (`confine.py`) holds for each.

Whoever looks has entered the box, so its `/proc` shows the box's processes and nobody else's. What a process shares
with the interpreter that it was forked from is not counted; what it shares with its own children is, in each of them.
"""

from __future__ import annotations

import os
from contextlib import suppress

EVERY = 0.5  #: seconds from one look to the next; a core touches about a gigabyte meanwhile
PAGE = os.sysconf("SC_PAGE_SIZE")
FIRST_TO_GO = 1000  #: the highest there is: should memory run out, the kernel takes learners' processes and no others


class MemoryWatch:
    """Made outside the box, by a process that the box's are forked from. `most` in bytes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._shared = _resident("self")

    def taken(self) -> int:
        """Bytes that all processes in this `/proc` have beyond what they were forked with."""
        numbers = [name for name in os.listdir("/proc") if name.isdigit()]
        return sum(max(0, _resident(number) - self._shared) for number in numbers)

    @property
    def too_much(self) -> bool:
        """Whether it is more than `most` now."""
        return self.taken() > self._most


def _resident(number: str) -> int:
    with suppress(OSError), open(f"/proc/{number}/statm", "rb") as file:
        return int(file.read().split()[1]) * PAGE
    return 0  # it has just ended


def go_first() -> None:
    """When the machine has no memory left. Nobody without privileges can take that back."""
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as score:
        score.write(str(FIRST_TO_GO))
