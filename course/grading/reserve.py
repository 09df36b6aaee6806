"""Room kept back for what has to be done after a learner's code, which may take all the memory that it can get."""

from __future__ import annotations

import contextlib
import mmap

RESERVE = 2 << 20  #: bytes
_reserve: list[mmap.mmap] = []


def keep_room() -> None:
    """Keep it, unless it is kept."""
    if not _reserve:
        with contextlib.suppress(OSError, MemoryError):
            _reserve.append(mmap.mmap(-1, RESERVE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))  # not a page yet


def give_room() -> None:
    """Give it back."""
    while _reserve:
        _reserve.pop().close()
