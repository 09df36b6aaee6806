"""A gevent hub on which time is counted, not waited for.

On this hub greenlets take turns in exactly the order in which they become ready, and a `gevent.sleep(5)` takes no time:
when nobody is ready the clock jumps to whoever wakes first (compare trio's `MockClock` with `autojump`). If nobody will
ever be ready, gevent's own `LoopExit` says so at once, where a real deadlock would use up a guard.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from itertools import count
from typing import Any

import gevent
from gevent import _hub_local
from gevent.exceptions import LoopExit
from gevent.hub import Hub

from course.probes.plain import name_of

SPIN = 0.1  #: virtual seconds that pass while somebody is ready all the time, so that a busy wait cannot stop the clock


class WaitsForEver(RuntimeError):
    """What was called waits for something that cannot happen any more."""


class VirtualTimer:
    """What gevent takes for a timer of its loop: `start`, `stop` and `close`, and usable with `with`."""

    def __init__(self, loop: VirtualLoop, after: float) -> None:
        self._loop, self._after = loop, after
        self.callback: Callable[..., Any] | None = None
        self.args: tuple[Any, ...] = ()

    def start(self, callback: Callable[..., Any], *args: Any, **_: Any) -> None:
        self.callback, self.args = callback, args
        self._loop.wake_at(self._loop.clock + max(self._after, 0), self)

    again = start

    def stop(self) -> None:
        self.callback, self.args = None, ()

    close = stop

    @property
    def active(self) -> bool:
        return self.callback is not None

    pending = active

    def __enter__(self) -> VirtualTimer:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class VirtualLoop(gevent.config.loop):  # type: ignore[misc]  # gevent has no types
    """gevent's loop with a clock of its own: `clock`, in virtual seconds since it was made."""

    clock = 0.0
    over = False  #: set before the hub is destroyed: gevent then breaks off libev's loop, which only looks like a turn

    def __init__(self, default: bool) -> None:
        """`default` must be False: the default loop of libev belongs to the main thread's hub."""
        super().__init__(default=default)
        assert not self.default
        self._alarms: list[tuple[float, int, VirtualTimer]] = []
        self._order = count()

    def timer(self, after: float, repeat: float = 0.0, ref: bool = True, priority: Any = None) -> VirtualTimer:
        """What `gevent.sleep`, `Timeout` and every wait with a timeout ask the loop for."""
        return VirtualTimer(self, after)

    def wake_at(self, when: float, timer: VirtualTimer) -> None:
        """Call the timer back at the virtual time `when`."""
        heapq.heappush(self._alarms, (when, next(self._order), timer))

    def run(self, nowait: bool = False, once: bool = False) -> None:
        """Run until nothing can happen any more; gevent then raises LoopExit."""
        while True:
            super().run(nowait=True)
            if self.over:
                return
            if self._callbacks:  # after thousands of them (gevent gives them 5 ms) there are still more
                self.clock += SPIN
            else:
                if not self._alarms and not self.activecnt:
                    return
                self._rest()
            self._ring()

    def _rest(self) -> None:
        """Nobody is ready: wait for whoever waits for the outside world, else jump to the next alarm."""
        if self.activecnt:
            super().run(once=True)
        else:
            self.clock = max(self.clock, self._alarms[0][0])

    def _ring(self) -> None:
        while self._alarms and self._alarms[0][0] <= self.clock:
            _, _, timer = heapq.heappop(self._alarms)
            callback, args = timer.callback, timer.args
            timer.stop()
            if callback is not None:
                self.run_callback(callback, *args)


class VirtualHub(Hub):  # type: ignore[misc]
    """A hub on a virtual loop. Errors of greenlets are noted in `failed`, as exceptions, and not printed."""

    def __init__(self) -> None:
        super().__init__(loop=VirtualLoop(default=False))
        self.failed: list[BaseException] = []

    def print_exception(self, context: Any, kind: Any, error: Any, traceback: Any) -> None:
        """In the place of gevent's report on standard error, which would cost a right answer its points."""
        self.failed.append(error)


def on_virtual_hub(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, to be called on a thread of its own, with a fresh virtual hub."""

    def run(*args: Any, **kwargs: Any) -> Any:
        hub = VirtualHub()
        _hub_local.set_hub(hub)
        try:
            return function(*args, **kwargs)
        except LoopExit as exit_:
            raise WaitsForEver("nobody is left who could wake it").with_traceback(exit_.__traceback__) from None
        finally:
            _hub_local.set_hub(None)
            hub.loop.over = True
            hub.destroy(destroy_loop=True)

    run.__name__ = name_of(function)
    return run
