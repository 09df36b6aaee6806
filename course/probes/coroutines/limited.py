"""How many functions are in progress at once, and who takes the place of one that has ended?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from course.probes.coroutines.spawn_all import GreenletsLog, watch_functions
from course.probes.log import Function


def watch_limited(
    limited: Function,
    n: int,
    seconds: Sequence[float],
    values: Sequence[Any],
    alike: bool = False,
    keeps: bool = False,
) -> GreenletsLog:
    """Call `limited(fns, n)` with functions that take `seconds` and return (or raise) `values`.

    If they are `alike`, it is one function, several times in the list; with `keeps` errors are returned, not raised.
    """
    return watch_functions(limited, seconds, values, n, alike=alike, keeps=keeps)
