"""Where a real connection would wait for ever, and how often it is looked at before something has come.

Nothing takes any time on a connection of a test, so who looks without waiting is told a number of times that nothing
has come yet. Before some pieces it is once and before others oftener, as on a network: how often somebody has looked in
vain does not tell that a reply is over. Who goes on looking when nothing is owed would look for ever.
"""

from __future__ import annotations

import os
from itertools import cycle, islice

from course.probes.complaint import is_a
from course.probes.guard import Call
from course.probes.log import Log

#: looks in vain before one piece after the other, from one of them on, nobody knows which; who tells the end of a reply
#: by more of them than that is taken for somebody who looks for ever
EARLY = (2, 1, 20, 3, 1)


class NothingComes(BaseException):
    """A real connection would wait for ever here. No Exception, so that no learner's `except` takes it for an error."""


class EarlyLooks:
    """How often nothing has come yet."""

    def __init__(self) -> None:
        self._pieces = cycle(EARLY)
        self._left = next(islice(self._pieces, os.urandom(1)[0] % len(EARLY), None))
        self._in_vain = 0

    def at_once(self, silent: bool) -> bool:
        """Somebody looks without waiting: whether it is too early; when all is `silent` it always is."""
        if silent:
            self._in_vain += 1
            if self._in_vain > max(EARLY):
                raise NothingComes(f"it looked {max(EARLY)} times whether anything has come, and nothing will")
            return True
        self._in_vain, too_early = 0, self._left > 0
        self._left -= too_early
        return too_early

    def has_come(self) -> None:
        """The next piece is there."""
        self._left = self._in_vain = 0

    def was_taken(self) -> None:
        """And another one is next."""
        self._left = next(self._pieces)


def waits_for_ever(log: Log, outcome: Call, stuck: str) -> bool:
    """Whether the call would not have ended on real connections, where it was `stuck` for that reason.

    If it went on all the same it has caught NothingComes, and what it did then it would never have done.
    """
    caught = bool(stuck) and not is_a(outcome.error, NothingComes)
    if caught:
        log.returned, log.value = False, None
        log.story = f"{outcome.name} went on where a real connection would wait for ever: {stuck}."
    return caught or is_a(outcome.error, NothingComes) or not outcome.over.is_set()
