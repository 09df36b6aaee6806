"""How fast clients may knock so that every handshake is completed.

When a backlog is full, Linux drops the last packet of a handshake: the client believes that it is connected, the server
has never heard of it, and only the client's first data may sort that out, seconds later. A crowd that claims to be
connected must not be in that limbo, so it knocks only while there is room.
"""

from __future__ import annotations

from time import perf_counter

from course.crowd.listen_queue import listen_queue

PATIENCE = 1.0  # seconds without a change after which nobody seems to accept, and waiting would be in vain


class Pace:
    """The pace at the socket that listens on `port`."""

    def __init__(self, port: int, ipv6: bool) -> None:
        self._port, self._ipv6 = port, ipv6
        self._last: tuple[int, int] | None = None
        self._changed = perf_counter()

    def room(self, most: int, under_way: int) -> int:
        """How many more may knock now, at most `most`, while `under_way` have knocked and are not connected yet.

        0 while there is no room; `most` where the system does not tell or nobody accepts.
        """
        queue = listen_queue(self._port, self._ipv6)
        if queue != self._last:
            self._last, self._changed = queue, perf_counter()
        if queue is None or perf_counter() - self._changed > PATIENCE:
            return most
        waiting, size = queue
        free = (
            max(0, size + 2 - waiting) // 2
        )  # half of it: the last packets of some that are connected may be under way
        return max(0, min(most, free - under_way))
