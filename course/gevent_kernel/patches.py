"""The monkey patches that a kernel survives, and a veto against the others.

A kernel has threads of its own (control channel, output, heartbeat, subshells) that must stay threads. So what turns
threads, locks and queues into greenlets stays out, and with it whatever interferes with signals and child processes.
gevent asks its subscribers before it patches anything (`gevent.events`); that is where the veto sits. Without it, a
bare `monkey.patch_all()` in a cell ends an ipykernel 7: its next cell never runs.
"""

from __future__ import annotations

import warnings
from typing import Any

from gevent import events, monkey

#: Modules that stay as they are in a kernel, and why.
KEPT = {
    "queue": "real threads wait on it",
    "selectors": "asyncio loops made later (JupyterLab's subshells) need a real selector",
    "signal": "ipykernel sets and restores the handler of SIGINT around each cell",
    "os": "gevent's fork and waitpid reap the children of others",
    "subprocess": "gevent's Popen reaps every child of the process, so `!cmd` may lose its output",
}

ALL = (
    "monkey.patch_all() has nothing left to do in this notebook: sockets, select, ssl and time.sleep are patched. "
    "Threads, queues, signals and subprocesses stay as they are, because the kernel needs them. "
    "In a script, on its first line, it patches everything."
)
THREADS = "monkey.patch_thread() did nothing: the kernel's own threads must stay threads. In a script it patches them."


def patch_what_a_kernel_survives() -> None:
    """Patch all that a kernel survives, and refuse the rest from now on; may be called again."""
    if _veto in events.subscribers:
        return
    with warnings.catch_warnings():
        # ssl has long been imported here, so the patch comes late for it; docs/gevent_kernel.md tells what that means
        warnings.filterwarnings("ignore", "Monkey-patching ssl after ssl", monkey.MonkeyPatchWarning)
        events.subscribers.append(_keep)
        monkey.patch_all(**dict.fromkeys(("thread", "os", "signal", "queue", "subprocess"), False))
    events.subscribers.append(_veto)
    monkey.patch_thread = _patch_no_threads  # its parts are announced one by one, and others still done after a veto


def _patch_no_threads(*args: object, **kwargs: object) -> None:
    """In the place of `monkey.patch_thread`."""
    print(THREADS)


def _keep(event: Any) -> None:
    """Refuse one module."""
    if isinstance(event, events.GeventWillPatchModuleEvent) and event.module_name in KEPT:
        raise events.DoNotPatch(KEPT[event.module_name])


def _veto(event: Any) -> None:
    """Refuse `monkey.patch_all()`, and say so to whoever called it."""
    if isinstance(event, events.GeventWillPatchAllEvent):
        print(ALL)
        raise events.DoNotPatch
