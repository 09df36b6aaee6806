"""Two event loops in one thread: while asyncio waits, the gevent hub runs.

An asyncio loop waits in one place only, in `select(timeout)` of its selector. An epoll object has a descriptor of its
own that is readable when any descriptor registered with it is ready. So instead of blocking in it, the hub can watch
it, like any socket, and run greenlets until it becomes readable or the timeout is over. An idle kernel sleeps, and
wakes for a message or for a greenlet, whichever comes first.
"""

from __future__ import annotations

import asyncio
from selectors import BaseSelector, SelectorKey
from typing import Any

import gevent
from gevent.hub import Waiter

Events = list[tuple[SelectorKey, int]]

LONGEST = (
    0.25  #: seconds in one wait; a signal handler may have given asyncio work without waking it (ipykernel's does)
)
POLL = 0.01  #: seconds between two looks at a selector without a descriptor (Windows, SelectSelector)
READ = 1  #: libev's event mask for "readable"


class HubSelect:
    """Stands in for `selector.select` of an asyncio loop; `parked` while the main greenlet waits in it."""

    def __init__(self, selector: BaseSelector) -> None:
        self.parked = False
        self._select = selector.select
        self._hub = gevent.get_hub()
        fileno = getattr(selector, "fileno", None)
        self._watcher = self._hub.loop.io(fileno(), READ) if fileno else None

    @classmethod
    def install(cls, loop: asyncio.AbstractEventLoop) -> HubSelect:
        """Let the hub of this thread run while `loop` waits. Once per loop; a second call changes nothing.

        RuntimeError for a loop that has no selector (uvloop).
        """
        selector: Any = getattr(loop, "_selector", None)  # private, but the same in every CPython since 3.4
        if not isinstance(selector, BaseSelector):
            raise RuntimeError(f"%gui gevent needs asyncio's own event loop; this kernel runs {type(loop).__name__}.")
        if not isinstance(selector.select, HubSelect):
            selector.select = cls(selector)  # type: ignore[method-assign]
        return selector.select

    def __call__(self, timeout: float | None = None) -> Events:
        """Run the hub until the selector has something, at most `timeout` seconds (None: any time; 0: one turn).

        May come back earlier with nothing, as `select` may.
        """
        if self._watcher is None:
            timeout = POLL if timeout is None else min(timeout, POLL)
        self._run_hub(timeout)
        return self._select(0)

    def wake(self) -> None:
        """End a wait, to be called in the hub: asyncio may have work that no descriptor tells of."""
        if self.parked:
            self._waiter.switch(None)

    def _run_hub(self, timeout: float | None) -> None:
        """Switch to the hub until the selector is readable or `timeout` is over."""
        self._waiter = Waiter(self._hub)
        wakers = [self._watcher] if self._watcher is not None else []
        if timeout is not None:
            self._hub.loop.update_now()  # else the timer would start at the time of the loop's last turn
            wakers.append(self._hub.loop.timer(max(timeout, 0)))
        for waker in wakers:
            waker.start(self._waiter.switch, None)
        self.parked = True
        try:
            self._waiter.get()
        finally:
            self.parked = False
            for waker in wakers:
                waker.stop()
