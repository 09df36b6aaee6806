"""Where everything that is wrapped writes to: one list, extended from any thread, never locked.

Only one recording is on at a time; nested watches read different stretches of it. An event takes well under a
microsecond; whatever can be worked out later is worked out by the reader. The list is flat, seven fields to an event:
tuples that stay alive would make the garbage collector run more often, and it costs more than all the rest.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, MutableMapping
from functools import partial
from itertools import count
from threading import get_ident
from time import perf_counter_ns
from typing import Any
from weakref import WeakKeyDictionary

Raw = tuple[int, str, str, int, str, str, int]  #: an Event, but for the time: nanoseconds of `perf_counter_ns`
FIELDS = 7  #: of an event

#: Threads of these packages belong to the machinery of a notebook or a pool, not to the learner's program.
MACHINERY = (
    "IPython",
    "ipykernel",
    "zmq",
    "tornado",
    "jupyter_client",
    "asyncio",
    "debugpy",
    "multiprocessing",
    "course.watch",
    "course.timeline",
)


class RawList(list[Any]):
    """The fields of all events, one after the other."""

    @property
    def number(self) -> int:
        """How many events there are."""
        return len(self) // FIELDS

    def events(self, first: int = 0, last: int | None = None) -> list[Raw]:
        """The events from number `first` up to and without number `last`."""
        fields = iter(self[first * FIELDS : None if last is None else last * FIELDS])
        return list(zip(*[fields] * FIELDS, strict=True))


class Recorder:
    """The recording under way. `on` is False when there is none; `raw` is what it has so far."""

    def __init__(self) -> None:
        self.on = False
        self.begin()
        self.on = False

    def begin(self) -> None:
        """Forget everything and record from now on."""
        self.raw = RawList()
        self.add = self.raw.extend  # one call of C, so no other thread's event gets in between
        self.current_greenlet: Callable[[], Any] | None = None
        self._lanes: dict[int, str] = {}  # by thread ident; '' for a thread of the notebook's own
        self._names: Counter[str] = Counter()
        families = ("task", "pool", "connection")
        self._numbers: dict[str, count[int]] = {family: count() for family in families}
        self._known: dict[str, MutableMapping[Any, int]] = {family: WeakKeyDictionary() for family in families}
        self._greenlets: MutableMapping[Any, str] = WeakKeyDictionary()
        self._called: MutableMapping[Any, str] = WeakKeyDictionary()  # greenlets that have yet to begin
        self.on = True

    def record(
        self, kind: str, task: int = -1, text: str = "", on: str = "", size: int = -1, lane: str | None = None
    ) -> None:
        """Append one event, of the lane that calls unless another is given; nothing if no recording is on."""
        if self.on:
            where = self.here() if lane is None else lane
            if where:
                self.add((perf_counter_ns(), kind, where, task, text, on, size))

    def here(self) -> str:
        """The lane that calls; '' if it is the notebook's own machinery."""
        if self.current_greenlet is not None:
            return self.lane_of(self.current_greenlet())
        return self._thread_lane()

    def lane_of(self, greenlet: Any) -> str:
        """The lane of a greenlet of this thread; the main one's is the thread's."""
        if greenlet.parent is None and not greenlet.dead:
            return self._thread_lane()
        lane = self._greenlets.get(greenlet)
        if lane is None:
            lane = self._greenlets[greenlet] = self.unique(self._called.get(greenlet) or _greenlet_name(greenlet))
        return lane

    def call(self, greenlet: Any, name: str) -> None:
        """Its lane will have this name."""
        self._called[greenlet] = name

    def knows(self, greenlet: Any) -> bool:
        """True if the greenlet is its thread's main one or has a lane already."""
        return greenlet.parent is None or greenlet in self._greenlets

    def _thread_lane(self) -> str:
        ident = get_ident()
        lane = self._lanes.get(ident)
        return self._adopt(ident) if lane is None else lane

    def adopt_caller(self) -> None:
        """Whoever asks for a recording is part of it, also a thread of the notebook's own: a button's click is one."""
        self._thread_lane()
        self._lanes[get_ident()] = self._lanes[get_ident()] or self.unique(threading.main_thread().name)

    def thread_began(self, thread: threading.Thread) -> None:
        """Give the calling thread a lane of its own, even if its ident had been another's."""
        self._lanes[get_ident()] = "" if _is_machinery(thread) else self.unique(_thread_name(thread))

    def thread_ended(self) -> None:
        """The ident of the calling thread may be used again."""
        self._lanes.pop(get_ident(), None)

    def number(self, family: str, thing: Any) -> int:
        """Things of a family (tasks, pools, connections) are numbered from 0 in the order they are first seen."""
        known = self._known[family]
        number = known.get(thing)
        return known.setdefault(thing, next(self._numbers[family])) if number is None else number

    def has(self, family: str, thing: Any) -> bool:
        """True if it has a number already."""
        return thing in self._known[family]

    def unique(self, name: str) -> str:
        """`name`, or `name (2)` if another lane has it."""
        self._names[name] += 1
        return name if self._names[name] == 1 else f"{name} ({self._names[name]})"

    def _adopt(self, ident: int) -> str:
        """A lane for a thread that was there before, or that was not started by `threading`."""
        thread = next((t for t in threading.enumerate() if t.ident == ident), None)  # `current_thread` would make one
        name = f"thread {ident}" if thread is None else thread.name
        lane = self._lanes[ident] = "" if _is_machinery(thread) else self.unique(name)
        return lane


def function_name(fn: Any) -> str:
    """The name of what is called: of a `partial`, that of its function. Never asks a learner's `__repr__`."""
    while isinstance(fn, partial):
        fn = fn.func
    return str(getattr(fn, "__name__", type(fn).__name__))


def is_machinery(frame: Any) -> bool:
    """True if this frame's code belongs to the notebook's machinery."""
    return str(frame.f_globals.get("__name__", "")).startswith(MACHINERY)


def _is_machinery(thread: threading.Thread | None) -> bool:
    target = getattr(thread, "_target", None)
    modules = (type(thread).__module__, getattr(target, "__module__", None) or "")
    return thread is not threading.main_thread() and any(module.startswith(MACHINERY) for module in modules)


def _thread_name(thread: threading.Thread) -> str:
    """Its own; but the thread that serves a process pool, and runs its callbacks, has only a number."""
    return "pool's manager" if type(thread).__name__ == "_ExecutorManagerThread" else thread.name


def _greenlet_name(greenlet: Any) -> str:
    if type(greenlet).__name__ == "Hub":
        return "hub"
    run = getattr(greenlet, "_run", None) or getattr(greenlet, "run", None)
    return "greenlet" if run is None else function_name(run)


recorder = Recorder()

if hasattr(os, "register_at_fork"):  # a forked worker inherits the wrappers; it must not record into its own copy

    def _off() -> None:
        recorder.on = False

    os.register_at_fork(after_in_child=_off)
