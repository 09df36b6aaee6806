"""Stop means: stop the cell, not the server.

SIGINT arrives in whichever greenlet happens to run. Raised there, KeyboardInterrupt would end a server that was
answering somebody, so it is sent to the main greenlet instead, which is where cells run. A greenlet that lets nobody
else run for another `GRACE` seconds is the one that must be stopped, and gets it itself, whether a cell runs or not.

Python runs signal handlers between two bytecodes. A signal that comes just before the hub falls asleep in the operating
system would wait there with it, so signals also write to a socket that the hub watches.
"""

from __future__ import annotations

import _thread
import signal
import threading
from types import FrameType
from typing import Any

import gevent
from gevent import getcurrent, monkey

from course.gevent_kernel.hub_select import HubSelect

GRACE = 1.0  #: seconds a greenlet may go on after an interrupt before it is the one that is interrupted


class Interrupts:
    """Handles SIGINT in a kernel whose main thread runs greenlets. Made in the main greenlet."""

    def __init__(self, select: HubSelect) -> None:
        self._select = select
        self._hub = gevent.get_hub()
        self._main = self._hub.parent
        self._waiting_since: Any = None  # the greenlet that ran when an interrupt came and is still to be delivered
        self._in_cell = False
        self._hub.handle_system_error = self._system_error
        self._alarm, self._bell = monkey.get_original("socket", "socketpair")()
        self._watcher = self._hub.loop.io(self._alarm.fileno(), 1)

    @classmethod
    def install(cls, shell: Any, select: HubSelect) -> None:
        """Handle SIGINT from now on, in every cell that is not asynchronous (there ipykernel cancels the task)."""
        if isinstance(signal.getsignal(signal.SIGINT), _Handler):
            return
        interrupts = cls(select)
        handler = _Handler(interrupts)
        shell.events.register("pre_execute", lambda: interrupts.cell_begins(handler))
        shell.events.register("post_execute", interrupts.cell_ends)
        signal.signal(signal.SIGINT, handler)  # between cells; ipykernel ignores SIGINT there
        interrupts.wake_the_hub()

    def wake_the_hub(self) -> None:
        """From now on a signal wakes the hub, whenever it comes, and asyncio, whose handlers may have work for it."""
        for end in (self._alarm, self._bell):
            end.setblocking(False)
        self._watcher.start(self._woken)
        signal.set_wakeup_fd(self._bell.fileno(), warn_on_full_buffer=False)

    def _woken(self) -> None:
        self._alarm.recv(4096)
        self._select.wake()

    def cell_begins(self, handler: Any) -> None:
        """ipykernel has just set Python's own handler, unless the cell is asynchronous."""
        self._in_cell = True
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, handler)

    def cell_ends(self) -> None:
        self._in_cell = False
        self._waiting_since = None

    def arrived(self) -> None:
        """SIGINT arrived: raise KeyboardInterrupt in the cell, or in a greenlet that holds everyone up."""
        current = getcurrent()
        if current is self._main:
            if self._in_cell:
                raise KeyboardInterrupt
        elif current is self._waiting_since:
            self._waiting_since = None
            raise KeyboardInterrupt
        elif current is self._hub:
            self._deliver()
        else:
            self._waiting_since = current
            self._hub.loop.run_callback(self._deliver)
            timer = threading.Timer(GRACE, self._again, [current])
            timer.daemon = True
            timer.start()

    def _deliver(self) -> None:
        """Runs in the hub: nobody held it up, so the cell is the one to stop, if there is one."""
        self._waiting_since = None
        if self._in_cell and not self._select.parked:
            self._main.throw(KeyboardInterrupt)

    def _system_error(self, kind: Any, error: Any, traceback: Any = None) -> None:
        """A greenlet raised KeyboardInterrupt or SystemExit, which gevent raises in the main greenlet too.

        Anywhere but in a cell that would end the kernel, or the reply to a cell that is done. And as in a thread,
        `exit()` ends only whoever calls it.
        """
        if issubclass(kind, KeyboardInterrupt) and self._in_cell and not self._select.parked:
            type(self._hub).handle_system_error(self._hub, kind, error, traceback)

    def _again(self, suspect: Any) -> None:
        """Runs in a thread of its own: the same greenlet is still at it, so interrupt once more."""
        if self._waiting_since is suspect:
            _thread.interrupt_main()


class _Handler:
    """The signal handler; a class of its own, so that it can be recognised."""

    def __init__(self, interrupts: Interrupts) -> None:
        self._interrupts = interrupts

    def __call__(self, signum: int, frame: FrameType | None) -> None:
        self._interrupts.arrived()
