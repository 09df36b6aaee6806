"""Wait in a program that may be full of greenlets: one that waits for a thread must let the others go on.

A greenlet server that lives in this very thread stands still while the thread waits for a lock. gevent can wait in a
thread of its own pool meanwhile. And where a program has patched the standard library, a thread, a lock or a process
made the usual way would be a greenlet's; `unpatched` gets the real ones. Nothing here imports gevent.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

T = TypeVar("T")


def unpatched(module: str, name: str) -> Any:
    """What `module.name` is without gevent's patches."""
    monkey = sys.modules.get("gevent.monkey")
    return monkey.get_original(module, name) if monkey else getattr(import_module(module), name)


def cooperative_wait(wait: Callable[[], T]) -> T:
    """Call the blocking `wait` and return what it returns; greenlets of this thread go on meanwhile, if there are any.

    `wait` may run in another thread and must block for real, as with a `Latch`.
    """
    local = sys.modules.get("gevent._hub_local")
    hub = local.get_hub_if_exists() if local else None  # of this thread; none: nothing here could go on
    if hub is None:  # a hub that has not run yet counts as false, as any greenlet does
        return wait()
    result: T = hub.threadpool.spawn(wait).get()
    return result


def start_thread(run: Callable[[], object]) -> None:
    """Start a thread of the operating system; like a daemon thread, it does not keep the program alive."""
    unpatched("_thread", "start_new_thread")(run, ())


class Latch:
    """Set once, by one thread; any number wait for it. Built on a real lock, whatever gevent has patched."""

    def __init__(self) -> None:
        self._lock = unpatched("_thread", "allocate_lock")()
        self._lock.acquire()
        self.is_set = False

    def set(self) -> None:
        """Let everybody go on who waits, now or later."""
        if not self.is_set:
            self.is_set = True
            self._lock.release()

    def block(self, timeout: float = -1) -> bool:
        """Block this thread until set, at most `timeout` seconds (for ever by default); True if it is set."""
        got: bool = self._lock.acquire(timeout=timeout)
        if got:
            self._lock.release()
        return self.is_set

    def wait(self, timeout: float = -1) -> bool:
        """Like `block`, but greenlets of this thread go on."""
        return self.is_set or cooperative_wait(lambda: self.block(timeout))
