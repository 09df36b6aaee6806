"""What the patches cost the kernel's other threads: as little as possible.

Whatever gevent does, it does on the hub of the thread that calls it, and makes one where there is none. A hub owns
descriptors (epoll, eventfd) that stay open after its thread has ended. In a course where pools come and go that adds
up: 600 threads that slept once left 1,200 descriptors open. So a thread that never used gevent sleeps for real, and the
hub of one that did is closed with it.
"""

from __future__ import annotations

import threading
import time
from typing import Any

import gevent
from gevent import _hub_local, monkey
from gevent.hub import Hub

_end_of_thread = threading.local()  # what lies in it is deleted when its thread ends


class ThreadHub(Hub):  # type: ignore[misc]  # gevent has no types
    """A hub whose loop is closed when its thread ends."""

    def __init__(self, loop: Any = None, default: bool | None = None) -> None:
        super().__init__(loop, default)
        if not self.main_hub:
            _end_of_thread.closer = _Closer(self.loop)


class _Closer:
    def __init__(self, loop: Any) -> None:
        self._loop = loop

    def __del__(self) -> None:
        self._loop.destroy()


def sleep(seconds: float, /) -> None:
    """`time.sleep`: lets the other greenlets run where there are any, and is the plain one in other threads."""
    if _hub_local.get_hub_if_exists() is None:
        monkey.get_original("time", "sleep")(seconds)
    else:
        gevent.sleep(seconds)


def spare_the_threads() -> None:
    """Take effect for hubs made from now on; `time` must be patched already."""
    gevent.get_hub()  # this thread is the one with the greenlets
    _hub_local.set_default_hub_class(ThreadHub)
    time.sleep = sleep  # type: ignore[assignment]
