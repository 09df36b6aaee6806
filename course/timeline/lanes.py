"""Events to lanes: what is to be drawn, and where. Pure: the same events give the same picture, in whatever order.

A `Picture` takes events one by one, so the live view feeds it what is new and asks what has changed; `lanes(events)`
makes one of a whole log. Nothing here knows about pixels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count

from course.timeline.items import LAST, MAIN, Bar, Item, Lane, Mark, Step, Wait
from course.watch.event import Event


@dataclass
class _Task:
    """What is known of a task; its events may come in any order."""

    label: str = ""
    queued: float | None = None
    by: str = ""
    pool: int = LAST
    bar: int | None = None
    end: float | None = None
    state: str = ""
    left: float | None = None


@dataclass
class _Open:
    """What goes on in a lane: numbers of items."""

    bars: list[int] = field(default_factory=list)
    callbacks: list[int] = field(default_factory=list)
    life: int | None = None
    wait: int | None = None
    waits: int = 0  #: how many waits lie within each other; only the outermost is drawn


class Picture:
    """Everything to draw. `items`: by number, in order of first appearance; `end`: the time of the last event."""

    def __init__(self) -> None:
        self.items: dict[int, Item] = {}
        self.end = 0.0
        self._changed: dict[int, None] = {}
        self._next = count()
        self._lanes: dict[str, int] = {}
        self._tasks: defaultdict[int, _Task] = defaultdict(_Task)
        self._open: defaultdict[str, _Open] = defaultdict(_Open)

    def add(self, event: Event) -> None:
        """Take one event in."""
        if event.time > self.end:
            self.end = event.time
        getattr(self, f"_{event.kind}")(event)

    def take_changes(self) -> dict[int, Item]:
        """The items that are new or different since the last call, by number."""
        changed, self._changed = self._changed, {}
        return {number: self.items[number] for number in changed}

    @property
    def lanes(self) -> list[Lane]:
        """From top to bottom."""
        return sorted((item for item in self.items.values() if isinstance(item, Lane)), key=lambda lane: lane.key)

    def of(self, kind: type[Bar] | type[Wait] | type[Mark] | type[Step], lane: str) -> list[Item]:
        """The items of one kind on a lane."""
        return [item for item in self.items.values() if type(item) is kind and item.lane == lane]

    # the events, one method for each kind

    def _queued(self, event: Event) -> None:
        task, queue = self._task(event), f"queue of {event.on}"
        task.label, task.queued, task.by = event.text, event.time, queue
        task.pool = int(event.on.rpartition(" ")[2])
        self._lane(event.lane)
        self._lane(queue, "queue", (task.pool, 0, 0))
        self._put(Step(queue, event.time, +1))
        if task.bar is not None:
            self._dress(task)
        if task.left is not None:
            self._put(Step(queue, task.left, -1))

    def _handed(self, event: Event) -> None:
        task = self._task(event)
        self._put(Mark(task.by or self._lane(event.lane), event.time, event.time, "handed", self._name(event.task)))

    def _started(self, event: Event) -> None:
        task, lane = self._task(event), self._lane(event.lane)
        going = self._going(lane).bars
        if lane.startswith("process ") and going:  # whose end is seen only when its result arrives
            last = self._bar(going.pop())
            last.end = event.time
        task.bar = self._put(Bar(lane, event.task, event.time, depth=len(going)))
        going.append(task.bar)
        self._dress(task)
        self._leave(task, event.time)
        if task.state:
            self._over(event.task, task.state, task.end or event.time)

    def _finished(self, event: Event) -> None:
        self._ends(event, "finished")

    def _failed(self, event: Event) -> None:
        self._ends(event, "failed")

    def _cancelled(self, event: Event) -> None:
        task = self._task(event)
        lane = task.by or self._lane(event.lane)
        self._put(Mark(lane, event.time, event.time, "cancelled", self._name(event.task)))
        self._leave(task, event.time)

    def _callback(self, event: Event) -> None:
        label = f"{event.text} of {self._name(event.task)}"
        mark = self._put(Mark(self._lane(event.lane), event.time, None, "callback", label))
        self._going(event.lane).callbacks.append(mark)

    def _callback_over(self, event: Event) -> None:
        if callbacks := self._going(event.lane).callbacks:
            number = callbacks.pop()
            mark = self.items[number]
            assert isinstance(mark, Mark)
            mark.end = event.time
            self._changed[number] = None

    def _began(self, event: Event) -> None:
        lane = self._lane(event.lane, event.text)
        self._going(lane).life = self._put(Bar(lane, -1, event.time, state="alive", label=lane))

    def _ended(self, event: Event) -> None:
        going = self._going(self._lane(event.lane))
        if going.life is not None:
            life = self._bar(going.life)
            life.end, life.state = event.time, "ended"

    def _wait(self, event: Event) -> None:
        going = self._going(self._lane(event.lane))
        going.waits += 1
        if going.waits == 1:
            going.wait = self._put(Wait(event.lane, event.time, None, self._reason(event)))

    def _woke(self, event: Event) -> None:
        going = self._going(self._lane(event.lane))
        going.waits = max(0, going.waits - 1)
        if going.waits == 0 and going.wait is not None:
            wait = self.items[going.wait]
            assert isinstance(wait, Wait)
            wait.end = event.time
            self._changed[going.wait], going.wait = None, None

    def _accepted(self, event: Event) -> None:
        self._news(event, f"{event.on} accepted, from {event.text}")

    def _got(self, event: Event) -> None:
        self._news(event, f"{event.on} got {event.size} bytes" if event.size else f"{event.on}: the other end is over")

    def _sent(self, event: Event) -> None:
        self._news(event, f"{event.on} sent {event.size} bytes")

    def _closed(self, event: Event) -> None:
        self._news(event, f"{event.on} closed")

    # what they have in common

    def _news(self, event: Event, label: str) -> None:
        self._put(Mark(self._lane(event.lane), event.time, event.time, event.kind, label))

    def _ends(self, event: Event, state: str) -> None:
        task = self._task(event)
        task.state, task.end = state, event.time
        if task.bar is not None:
            self._over(event.task, state, event.time)
        elif task.queued is None:  # nobody ran it: a Future made by hand
            self._put(Mark(self._lane(event.lane), event.time, event.time, state, self._name(event.task)))

    def _over(self, number: int, state: str, time: float) -> None:
        found = self._tasks[number].bar
        assert found is not None
        bar = self._bar(found)
        bar.state = state
        bar.end = max(bar.start, time) if bar.end is None else bar.end
        going = self._going(bar.lane).bars
        if found in going:
            going.remove(found)

    def _dress(self, task: _Task) -> None:
        """Give the bar what is known of its submission, and its lane a place among the pool's."""
        assert task.bar is not None
        bar = self._bar(task.bar)
        bar.label, bar.queued, bar.by = task.label or f"task {bar.task}", task.queued, task.by
        number = self._lanes[bar.lane]
        lane = self.items[number]
        if isinstance(lane, Lane) and lane.key[0] == LAST != task.pool:
            lane.key = (task.pool, 1, number)
            self._changed[number] = None

    def _leave(self, task: _Task, time: float) -> None:
        """The task leaves its queue, once; if the queue is not known yet, `_queued` will see to it."""
        if task.left is None:
            task.left = time
            if task.by:
                self._put(Step(task.by, time, -1))

    def _lane(self, name: str, kind: str = "", key: tuple[int, int, int] | None = None) -> str:
        if name not in self._lanes:
            kind = kind or {MAIN: "main"}.get(name) or ("process" if name.startswith("process ") else "thread")
            number = next(self._next)
            self._lanes[name] = number
            self.items[number] = Lane(name, kind, key or ((-1, 0, 0) if kind == "main" else (LAST, 1, number)))
            self._changed[number] = None
        return name

    def _task(self, event: Event) -> _Task:
        return self._tasks[event.task]

    def _name(self, task: int) -> str:
        known = self._tasks.get(task)
        return known.label if known and known.label else f"task {task}"

    def _reason(self, event: Event) -> str:
        whose = f" of {self._name(event.task)}" if event.task >= 0 else ""
        return f"{event.text}{whose}{' ' if event.on else ''}{event.on}"

    def _going(self, lane: str) -> _Open:
        return self._open[lane]

    def _put(self, item: Item) -> int:
        number = next(self._next)
        self.items[number] = item
        self._changed[number] = None
        return number

    def _bar(self, number: int) -> Bar:
        """The bar, about to be changed."""
        bar = self.items[number]
        assert isinstance(bar, Bar)
        self._changed[number] = None
        return bar


def lanes(events: Iterable[Event]) -> Picture:
    """The picture of a whole log."""
    picture = Picture()
    for event in sorted(events, key=lambda event: event.time):
        picture.add(event)
    return picture
