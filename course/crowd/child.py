"""A crowd of clients in a child process, led from here: threads, greenlets and cells of this process go on meanwhile.

Either start one and look at its counts until it is through:

    visitors = Crowd(address, n=400).start()
    print(visitors.wait())

or have its clients connected for a while:

    with crowd(address, 10_000) as visitors:
        print(visitors.talk())

They leave at the end of the block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from course.crowd.address import local
from course.crowd.cooperative import Latch, start_thread
from course.crowd.counts import CONNECTING, Counts, read_line
from course.crowd.limits import allow_descriptors
from course.crowd.process import Process
from course.errors import CourseError

CLIENT = "course.crowd.client"
GRACE = 5.0  # seconds a child may take to close its connections before it is killed; 19,000 take it half a second


class Crowd:
    """`n` clients for the server at `address` (host, port), connected all at once.

    The first `idle` (share, 0..1) of them stay silent; the others send `messages` lines each, the next when the answer
    to the one before is in, and expect each line back in capitals. All is over after `limit` seconds, come what may.
    With `rush` all knock at the same moment; else only as fast as the server's backlog has room for (where the system
    is Linux), so that nobody is connected who is not in the server's books.
    `watch` is called with Counts several times a second, on another thread, and must not wait for this crowd; what it
    raises, whoever waits gets. `ended`: the child process has ended; `error`: what went wrong with it. CourseError for
    arguments that make no crowd.
    """

    def __init__(
        self,
        address: Any,
        n: int = 400,
        messages: int = 3,
        idle: float = 0.0,
        limit: float = 60.0,
        rush: bool = False,
        watch: Callable[[Counts], object] = lambda counts: None,
    ) -> None:
        self.address = local(address)
        self._options = {"n": n, "messages": messages, "idle": idle, "limit": limit}
        _check(**self._options)
        self._rush = ["--rush"] if rush else []
        self.counts = Counts(n=n)
        self._watch, self._noise = watch, list[str]()
        self.ended = False
        self.error: Exception | None = None
        self._process: Process | None = None
        self._connected, self._closed = Latch(), Latch()
        self._talked: list[Latch] = []  # of each talk its own: the child repeats itself, so a report may be an old one

    def start(self, hold: bool = False) -> Crowd:
        """Start the child process and come back at once. With `hold` the clients connect and then wait for `talk`."""
        if self._process is not None:
            raise CourseError("This crowd has been started already: make a new one.")
        allow_descriptors(self.counts.n)  # the server may live in this very process
        options = [f"--{name}={value}" for name, value in self._options.items()]
        self._process = process = Process(CLIENT, *map(str, self.address), "--led", *self._rush, *options)
        start_thread(lambda: self._read(process))
        if not hold:
            self._talk(process)
            process.tell("leave")
        return self

    def wait_connected(self) -> Counts:
        """Wait until all clients are connected or have failed to; greenlets of this thread go on meanwhile."""
        return self._wait(self._connected)

    def wait(self) -> Counts:
        """Wait until all clients have their answers or have failed, let them go, and return what was counted.

        A crowd on hold talks now, unless it has before.
        """
        try:
            return self._wait(self._talked[-1]) if self._talked else self.talk()
        finally:
            self.stop()

    def talk(self) -> Counts:
        """Let the clients of a crowd on hold talk; they stay connected. What was counted in this talk alone."""
        return self._wait(self._talk(self._process) if self._process else self._closed)

    def _talk(self, process: Process) -> Latch:
        self._talked.append(Latch())
        if self._closed.is_set:  # looked at when the latch is in its place: one too late for the reader is never set
            self._talked[-1] = self._closed
        process.tell("talk")
        return self._talked[-1]

    def stop(self) -> None:
        """Close all connections and end the child process; harmless at any time, and more than once."""
        if self._process is None:
            return
        self._process.tell("end")  # in words too: a pool's forked workers may hold the pipe open
        self._process.hang_up()
        if not self._closed.wait(GRACE):
            self._process.kill()
        self._closed.wait()

    def _wait(self, latch: Latch) -> Counts:
        if self._process is None:
            raise CourseError("This crowd has not been started: call start() first.")
        try:
            latch.wait()
        except BaseException:  # an interrupt: whoever gives up waiting does not want the crowd to go on
            self.stop()
            raise
        if self.error is not None:
            raise self.error
        return self.counts

    def _read(self, process: Process) -> None:
        """Read what the child prints until it ends. Runs on a thread of its own."""
        for line in process.lines():
            counts = read_line(line)
            if counts is None:
                self._noise.append(line)
            else:
                self._seen(counts)
        if self._noise:
            self.error = _error("".join(self._noise))
        self.ended = True
        self._tell_watcher()  # the last time; whoever waits goes on when the watcher knows
        for latch in (self._closed, self._connected, *self._talked):
            latch.set()

    def _seen(self, counts: Counts) -> None:
        self.counts = counts
        if counts.phase != CONNECTING:
            self._connected.set()
        for latch in self._talked[: counts.talks]:
            latch.set()
        self._tell_watcher()

    def _tell_watcher(self) -> None:
        try:
            self._watch(self.counts)
        except Exception as error:  # this thread has to go on reading, or the child would stand still
            self.error = self.error or error
            self._watch = lambda counts: None


@contextmanager
def crowd(
    address: Any, n: int = 400, messages: int = 3, idle: float = 0.0, limit: float = 60.0, rush: bool = False
) -> Iterator[Crowd]:
    """A crowd on hold: inside the block all its clients are connected, at the end of it they leave."""
    visitors = Crowd(address, n, messages, idle, limit, rush).start(hold=True)
    try:
        visitors.wait_connected()
        yield visitors
    finally:
        visitors.stop()


def _error(noise: str) -> Exception:
    """What the child's last words mean: one sentence for the user, or a traceback for us."""
    kind, _, sentence = noise.partition("Error: ")
    return RuntimeError(noise) if "Traceback" in kind or not sentence else CourseError(sentence.strip())


def _check(n: Any, messages: Any, idle: Any, limit: Any) -> None:
    """CourseError for a number that makes no sense."""
    for name, value, least in (("n", n, 1), ("messages", messages, 0)):
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise CourseError(f"{name}={value!r} makes no crowd: give a whole number from {least} on.")
    for name, value, most in (("idle", idle, 1.0), ("limit", limit, 3600.0)):
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
            raise CourseError(f"{name}={value!r} makes no crowd: give a number from 0 to {most:g}.")
