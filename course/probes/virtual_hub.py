"""A gevent hub on which time is counted, not waited for.

On this hub greenlets take turns in exactly the order in which they become ready, and a `gevent.sleep(5)` takes no time:
when nobody is ready the clock jumps to whoever wakes first (compare trio's `MockClock` with `autojump`). If nobody will
ever be ready, gevent's own `LoopExit` says so at once, where a real deadlock would use up a guard.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from itertools import count
from typing import Any

import gevent
from gevent import _hub_local
from gevent.exceptions import LoopExit
from gevent.hub import Hub

from course.probes.guard import Call, call
from course.probes.handed import opaque_function
from course.probes.plain import name_of
from course.probes.standing import AFTERMATH, Crowd

SPIN = 0.1  #: virtual seconds that pass while somebody is ready all the time, so that a busy wait cannot stop the clock

TOO_LATE = "it sleeps on, far longer than anything takes that it could wait for"


class WaitsForEver(RuntimeError):
    """What was called waits for something that cannot happen any more."""


class VirtualClock:
    """Virtual seconds since it was made, and who is to be woken when. Nobody is after the `horizon`.

    It belongs to the probe. The loop keeps it in closures: what is on it or set on it tells nothing else.
    """

    def __init__(self, horizon: float = math.inf) -> None:
        self.now = 0.0
        self.over = False  #: set before the hub is destroyed: gevent then breaks off libev's loop, as if it had a turn
        self.sleeps_on = False  #: nothing can happen any more, but beyond the horizon
        self.gave_up = False  #: somebody was told so who waited for something else than that
        self._horizon = horizon
        self._alarms: list[tuple[float, int, VirtualTimer]] = []
        self._order = count()

    def wake_after(self, seconds: float, timer: VirtualTimer) -> None:
        """Call the timer back in so many seconds."""
        plain = float.__add__(float(seconds), 0.0)  # a number of a learner's own kind could become the clock
        heapq.heappush(self._alarms, (self.now + max(plain, 0.0), next(self._order), timer))

    def sleep(self, seconds: float) -> None:
        """What `gevent.sleep` does, whatever the loop has been told to be."""
        with VirtualTimer(self.wake_after, seconds) as timer:
            gevent.get_hub().wait(timer)

    @property
    def waits(self) -> bool:
        """True if somebody will be woken."""
        return bool(self._alarms) and self._alarms[0][0] <= self._horizon

    def give_up(self) -> None:
        """Nobody will be ready any more; note whether somebody would have been woken, were it not for the horizon."""
        self.gave_up = True
        self.sleeps_on |= any(timer.active for _, _, timer in self._alarms)

    def jump(self) -> None:
        """Nobody is ready: to the next alarm."""
        self.now = max(self.now, self._alarms[0][0])

    def ring(self, run_callback: Callable[..., Any]) -> None:
        """Wake whose time has come."""
        while self.waits and self._alarms[0][0] <= self.now:
            _, _, timer = heapq.heappop(self._alarms)
            callback, args = timer.callback, timer.args
            timer.stop()
            if callback is not None:
                run_callback(callback, *args)


class VirtualTimer:
    """What gevent takes for a timer of its loop: `start`, `stop` and `close`, and usable with `with`."""

    def __init__(self, wake_after: Callable[[float, VirtualTimer], None], after: float) -> None:
        self._wake_after, self._after = opaque_function(wake_after), after
        self.callback: Callable[..., Any] | None = None
        self.args: tuple[Any, ...] = ()

    def start(self, callback: Callable[..., Any], *args: Any, **_: Any) -> None:
        self.callback, self.args = callback, args
        self._wake_after(self._after, self)

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


def virtual_loop(clock: VirtualClock) -> Any:
    """gevent's loop on this clock."""

    class VirtualLoop(gevent.config.loop):  # type: ignore[misc]  # gevent has no types
        __slots__ = ()  # nothing can be set on it

        def timer(self, after: float, repeat: float = 0.0, ref: bool = True, priority: Any = None) -> VirtualTimer:
            """What `gevent.sleep`, `Timeout` and every wait with a timeout ask the loop for."""
            return VirtualTimer(clock.wake_after, after)

        def run(self, nowait: bool = False, once: bool = False) -> None:
            """Run until nothing can happen any more; gevent then raises LoopExit."""
            while True:
                super().run(nowait=True)
                if clock.over:
                    return None
                if self._callbacks:  # after thousands of them (gevent gives them 5 ms) there are still more
                    clock.now += SPIN
                elif self.activecnt:
                    super().run(once=True)  # for whoever waits for the outside world
                elif clock.waits:
                    clock.jump()
                else:
                    return clock.give_up()
                clock.ring(self.run_callback)

    loop = VirtualLoop(default=False)  # the default loop of libev belongs to the main thread's hub
    assert not loop.default
    return loop


class VirtualHub(Hub):  # type: ignore[misc]
    """A hub on a virtual loop. Errors of greenlets are not printed, and not kept where greenlets could find them."""

    def __init__(self, clock: VirtualClock) -> None:
        super().__init__(loop=virtual_loop(clock))
        self.join = opaque_function(_join_noted_by(clock, super().join))

    def print_exception(self, context: Any, kind: Any, error: Any, traceback: Any) -> None:
        """In the place of gevent's report on standard error, which would cost a right answer its points."""


def _join_noted_by(clock: VirtualClock, join: Callable[..., Any]) -> Callable[..., Any]:
    """`Hub.join`, which `gevent.wait()` calls: it waits for the very end, so being told of it is no giving up."""

    def joins(*args: Any, **kwargs: Any) -> Any:
        before = clock.gave_up
        try:
            return join(*args, **kwargs)
        finally:
            clock.gave_up = before

    return joins


def call_on_virtual_hub(function: Callable[..., Any], *args: Any, clock: VirtualClock | None = None) -> Call:
    """Call it there, on a daemon thread; threads that it has started have time to end: they know no virtual clock."""
    crowd = Crowd()
    outcome = call(on_virtual_hub(function, clock), *args)
    crowd.settle(AFTERMATH, outcome.ident)
    return outcome


def on_virtual_hub(function: Callable[..., Any], clock: VirtualClock | None = None) -> Callable[..., Any]:
    """`function`, to be called on a thread of its own, with a fresh virtual hub; on `clock`, or one of its own."""

    def run(*args: Any, **kwargs: Any) -> Any:
        time = clock or VirtualClock()
        hub = VirtualHub(time)
        _hub_local.set_hub(hub)
        try:
            return function(*args, **kwargs)
        except LoopExit as exit_:
            told = TOO_LATE if time.sleeps_on else "nobody is left who could wake it"
            raise WaitsForEver(told).with_traceback(exit_.__traceback__) from None
        finally:
            _hub_local.set_hub(None)
            time.over = True
            hub.destroy(destroy_loop=True)

    run.__name__ = name_of(function)
    return run
