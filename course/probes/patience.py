"""How long a probe waits for what right code does at once.

Guards are generous: only wrong code can use one up. Where a process runs one test (a graded one, never a notebook's
kernel), the test is lost once it has happened, and what the probe still waits for need not take as long again: so an
answer that hangs costs one guard, not one for each question that is put to it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

GUARD = 10.0  #: seconds that only wrong code ever waits
LOOK = 0.2  #: seconds a probe looks for something that must *not* happen; too short only ever spares wrong code
PAUSE = 0.002  #: seconds between two looks
AFTERWARDS = 2.0  #: seconds for everything after the first guard that was used up

_of_this_process = {"one test": False, "used up": False}  # a module's names are under seal in a graded run


def one_test_only() -> None:
    """This process runs one test and ends."""
    _of_this_process["one test"] = True


def used_up() -> bool:
    """True if this process runs one test, and a guard was used up in it."""
    return _of_this_process["used up"]


def granted(guard: float) -> float:
    """Seconds to wait where the guard is `guard`."""
    return min(guard, AFTERWARDS) if used_up() else guard


def looked_for(happened: Callable[[], bool], seconds: float) -> bool:
    """Look again and again whether it has happened, for so many seconds at most; whether it has."""
    give_up = time.monotonic() + seconds
    while not (found := happened()) and time.monotonic() < give_up:
        time.sleep(PAUSE)
    return found


def patiently(wait: Callable[[float], object], guard: float = GUARD) -> bool:
    """Call `wait(seconds)`, which says whether what it waited for came; the same, as a bool."""
    came = bool(wait(granted(guard)))
    if not came and guard >= GUARD:
        _of_this_process["used up"] = _of_this_process["one test"]
    return came
