"""All clients of a crowd in one thread: connect them, let them talk, count. One event loop, no callback hell."""

from __future__ import annotations

import selectors
import socket
from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from course.crowd.counts import CLOSED, CONNECTED, CONNECTING, TALKED, TALKING, Counts, percentile
from course.crowd.limits import allow_descriptors, sources
from course.crowd.pace import Pace
from course.crowd.visitor import Visitor

REPORT = 0.25  # seconds between two reports
BURST = 100  # clients started between two looks at what has happened meanwhile
LATEST = 2000  # latencies that a report under way looks at; sorting all of them would slow the crowd down


PAUSE = 0.001  # seconds until the next look whether there is room


@dataclass(frozen=True)
class Visit:
    """Where to go and what to do there: the first `idle` (a share, 0..1) of `n` clients stay silent.

    With `rush` all knock at the same moment; else only as fast as the server's backlog has room for them.
    """

    host: str
    port: int
    n: int
    messages: int
    idle: float
    limit: float
    rush: bool = False

    @property
    def silent(self) -> int:
        """How many clients never say a word."""
        return round(self.n * self.idle)


class Hall:
    """`report` is called with Counts at each change of phase and a few times a second. CourseError for too many."""

    def __init__(self, visit: Visit, report: Callable[[Counts], object]) -> None:
        allow_descriptors(visit.n)
        self._sources = sources(visit.host, visit.n)
        self._visit, self._report, self._phase = visit, report, CONNECTING
        self._selector = selectors.DefaultSelector()
        self._visitors = [Visitor(number, self) for number in range(visit.n)]
        self._started = self._reported = self._began = perf_counter()
        self._waiting = self._connected = self._answered = self._talks = 0
        self._failed: Counter[str] = Counter()
        self._latencies = array("d")  # seconds; an hour of answers fits
        self._seconds = {CONNECTING: 0.0, TALKING: 0.0}
        self.left = False  # set to end every phase early

    def connect(self) -> None:
        """Connect all clients: they are connected together afterwards. Takes at most half of the limit."""
        family = socket.AF_INET6 if ":" in self._visit.host else socket.AF_INET
        address = (self._visit.host, self._visit.port)

        def start(visitor: Visitor) -> None:
            visitor.connect(family, address, self._sources[visitor.number % len(self._sources)])

        self._enter(CONNECTING)
        pace = Pace(self._visit.port, family == socket.AF_INET6)
        room = _at_once if self._visit.rush else pace.room
        half = self._visit.limit / 2
        self._all(self._visitors, start, room, self._started + half, f"not connected within {half:g} s")
        self._enter(CONNECTED)

    def talk(self) -> None:
        """Let all that are connected, but for the silent ones, talk until each has its answers or the limit is over."""
        self._answered, self._latencies = 0, array("d")
        talkers = [visitor for visitor in self._visitors[self._visit.silent :] if visitor.sock is not None]
        self._enter(TALKING)
        limit = self._visit.limit
        missed = f"no answer before the limit of {limit:g} s"
        self._all(talkers, lambda visitor: visitor.talk(self._visit.messages), _at_once, self._started + limit, missed)
        self._talks += 1
        self._enter(TALKED)

    def wait(self, over: Callable[[], bool]) -> None:
        """Hold all connections until it is `over` or the limit is."""
        while not (self.left or self.is_over or over()):
            self._turn(REPORT)

    @property
    def is_over(self) -> bool:
        """True when the limit is reached."""
        return perf_counter() >= self._started + self._visit.limit

    def close(self) -> None:
        """Close all connections."""
        for visitor in self._visitors:
            visitor.close()
        self._enter(CLOSED)

    def call_when_readable(self, sock: socket.socket, ready: Callable[[], None]) -> None:
        """Have `ready` called, in this loop, when there is something to read from `sock`."""
        self._selector.register(sock, selectors.EVENT_READ, ready)

    def _all(
        self,
        visitors: list[Visitor],
        start: Callable[[Visitor], None],
        room: Callable[[int, int], int],
        deadline: float,
        missed: str,
    ) -> None:
        """Start all, as many at a time as there is `room` for, and turn until none waits; who still does then fails."""
        self._waiting = len(visitors)
        for visitor in visitors:
            visitor.waits = True  # from now on: one that is lost before its turn comes is one less to wait for
        started = 0
        while started < len(visitors) and not self.left and perf_counter() < deadline:
            burst = room(BURST, self._waiting - (len(visitors) - started))
            for visitor in visitors[started : started + burst]:
                if visitor.waits:
                    start(visitor)
            started += burst
            self._turn(0 if burst else PAUSE)
        while self._waiting and not self.left and perf_counter() < deadline:
            self._turn(REPORT)
        self._seconds[self._phase] = perf_counter() - self._began
        late = [visitor for visitor in visitors if visitor.waits and not self.left]
        for visitor in late:
            visitor.fail(missed)

    # What the visitors report.

    def watch(self, visitor: Visitor, to_write: bool, ready: Callable[[], None]) -> None:
        """Call `ready` when the visitor's socket can be written to, or else read from."""
        assert visitor.sock is not None
        event = selectors.EVENT_WRITE if to_write else selectors.EVENT_READ
        try:
            self._selector.modify(visitor.sock, event, ready)
        except KeyError:
            self._selector.register(visitor.sock, event, ready)

    def unwatch(self, visitor: Visitor) -> None:
        """Watch its socket no longer."""
        assert visitor.sock is not None
        if visitor.sock in self._selector.get_map():
            self._selector.unregister(visitor.sock)

    def was_connected(self) -> None:
        """One that waited is connected."""
        self._waiting -= 1
        self._connected += 1

    def was_answered(self, seconds: float) -> None:
        """One answer came, so long after its request."""
        self._latencies.append(seconds)

    def has_all_answers(self) -> None:
        """One that waited has all it came for."""
        self._waiting -= 1
        self._answered += 1

    def has_failed(self, reason: str, waited: bool) -> None:
        """One is lost, whether it waited for something or not."""
        self._failed[reason] += 1
        if waited:
            self._waiting -= 1
        elif self._phase in (CONNECTING, CONNECTED):
            self._connected -= 1  # it was not there together with the others

    def _turn(self, timeout: float) -> None:
        for key, _ in self._selector.select(timeout):
            key.data()
        if perf_counter() - self._reported >= REPORT:
            self._tell()

    def _enter(self, phase: str) -> None:
        if phase in self._seconds:
            self._began = perf_counter()
            self._seconds[phase] = 0.0
        self._phase = phase
        self._tell()

    def _tell(self) -> None:
        self._reported = perf_counter()
        if self._phase in self._seconds:
            self._seconds[self._phase] = self._reported - self._began
        self._report(self.counts())

    def counts(self) -> Counts:
        """What has been counted so far."""
        everything = self._phase in (TALKED, CLOSED)
        times = sorted(self._latencies if everything else self._latencies[-LATEST:])
        return Counts(
            self._phase,
            self._visit.n,
            self._connected,
            self._answered,
            dict(self._failed),
            len(self._latencies),
            percentile(times, 0.5),
            percentile(times, 0.99),
            self._seconds[CONNECTING],
            self._seconds[TALKING],
            self._talks,
        )


def _at_once(most: int, under_way: int) -> int:
    return most
