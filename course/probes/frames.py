"""What every thread is doing now, asked so that nobody is kept from doing it."""

from __future__ import annotations

import gc
import os
import sys
import threading
from types import FrameType

_frames = sys._current_frames  # bound here: a learner may put another in its place
_disable, _enable, _is_enabled = gc.disable, gc.enable, gc.isenabled
_one_at_a_time = threading.RLock()
if hasattr(os, "register_at_fork"):  # whoever has it may not be there in the child
    os.register_at_fork(after_in_child=lambda: _one_at_a_time._at_fork_reinit())  # type: ignore[attr-defined]


def frames_of_threads() -> dict[int, FrameType]:
    """The frame that each thread is in, by ident.

    Before 3.11.10 and 3.12.4 Python holds the lock on its list of threads while it makes them; a collection of garbage
    that begins there and lets go of the GIL, or asks for that list, stops everything (python/cpython issue 106883).
    """
    with _one_at_a_time:
        collecting = _is_enabled()
        _disable()
        try:
            return _frames()
        finally:
            if collecting:
                _enable()
