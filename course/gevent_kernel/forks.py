"""A forked child gets a hub of its own.

A child of `fork` (a worker of a ProcessPoolExecutor) inherits the parent's hub with all its greenlets and watchers. The
first patched call in it, a `time.sleep` in a task, would run that copy: a copied server would accept connections that
were meant for the parent's. So the child leaves the copy alone and starts with an empty hub.
"""

from __future__ import annotations

import os
from typing import Any

import gevent
from gevent import _hub_local

_left_alone: list[Any] = []  # kept, because a hub that is collected runs the ends of its greenlets
_registered = False


def give_children_a_hub_of_their_own() -> None:
    """Once per process; children of children are served too."""
    global _registered
    if not _registered and hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_start_afresh)
        _registered = True


def _start_afresh() -> None:
    inherited = _hub_local.get_hub_if_exists()
    if inherited is not None:
        _left_alone.append(inherited)
        # not libev's default loop: that one is shared by all hubs of a process, watchers included
        _hub_local.set_hub(gevent.get_hub().__class__(default=False))
