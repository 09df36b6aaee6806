"""Greenlets that go on living between the cells of a notebook.

    %load_ext course.gevent_kernel
    %gui gevent

The first line applies the monkey patches that a Jupyter kernel survives and registers an event-loop integration with
ipykernel; the second switches it on. From then on the gevent hub of the kernel's main thread runs whenever the kernel
waits for something: for the next cell, for an `await`, or inside a cell for anything that gevent makes cooperative.

Nothing in here depends on the rest of this course. docs/gevent_kernel.md tells what is patched, what is not, and why.
"""

from __future__ import annotations

import asyncio
from typing import Any

from course.gevent_kernel.forks import give_children_a_hub_of_their_own
from course.gevent_kernel.hub_select import HubSelect
from course.gevent_kernel.interrupts import Interrupts
from course.gevent_kernel.patches import patch_what_a_kernel_survives
from course.gevent_kernel.thread_hubs import spare_the_threads

__all__ = ["load_ipython_extension"]


def load_ipython_extension(shell: Any) -> None:
    """Called by `%load_ext course.gevent_kernel`: patch, and teach `%gui` the name `gevent`.

    Without a kernel (in a terminal) only the patches are applied: greenlets then run when the main one waits.
    """
    patch_what_a_kernel_survives()
    spare_the_threads()
    register(shell)


def register(shell: Any) -> None:
    """Teach `%gui` the name `gevent`, without patching anything."""
    if getattr(shell, "kernel", None) is not None:
        from ipykernel.eventloops import register_integration

        register_integration("gevent")(switch_on)  # type: ignore[no-untyped-call]


def switch_on(kernel: Any) -> None:
    """What ipykernel calls after `%gui gevent`, in its main thread and with its asyncio loop running.

    ipykernel would call this function again and again, for as long as it is the kernel's event loop. There is no need
    to: once the asyncio loop waits through the hub, both loops are one. Hence the last line.
    """
    give_children_a_hub_of_their_own()
    select = HubSelect.install(asyncio.get_running_loop())
    Interrupts.install(kernel.shell, select)
    kernel.eventloop = None
