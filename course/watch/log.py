"""What a watch has recorded: a list of plain events, and what can be done with it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from course.errors import CourseError
from course.watch.event import KINDS, Event
from course.watch.recorder import Raw

FORMAT = "course-watch 1"


class Log(Sequence[Event]):
    """Events in order of time. `log[0]`, `len(log)`, `for event in log`; plain data throughout."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._events = sorted(events, key=lambda event: event.time)

    @property
    def events(self) -> list[Event]:
        """All events, in order of time."""
        return self._events

    def __getitem__(self, index: Any) -> Any:
        return self.events[index]

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def only(self, *kinds: str) -> list[Event]:
        """The events of these kinds; CourseError for a kind that does not exist."""
        if unknown := [kind for kind in kinds if kind not in KINDS]:
            raise CourseError(f"There is no kind of event {unknown[0]!r}: choose among {', '.join(KINDS)}.")
        return [event for event in self.events if event.kind in kinds]

    def summary(self) -> str:
        """Counts in one line, the same in every run of a program whose counts are: no times, no waits."""
        return summary(self.events)

    def save(self, path: str | Path) -> None:
        """Write the log as JSON; `load` reads it."""
        Path(path).write_text(json.dumps({"format": FORMAT, "events": self.events}))

    def save_chrome_trace(self, path: str | Path) -> None:
        """Write the log in the Chrome trace format, which https://ui.perfetto.dev opens."""
        from course.watch.chrome import chrome_trace

        Path(path).write_text(json.dumps(chrome_trace(self.events)))

    def svg(self) -> str:
        """The static picture of the log, as SVG text."""
        from course.timeline.svg import svg

        return svg(self.events)

    @property
    def picture(self) -> Any:
        """The static picture with the summary as its text, to be a cell's last value."""
        from course.watch.magic import Picture

        return Picture(self)

    @property
    def timeline(self) -> Any:
        """The timeline as a widget, to zoom and replay."""
        from course.timeline.live import timeline

        return timeline(self)

    def __repr__(self) -> str:
        return self.summary()


def load(path: str | Path) -> Log:
    """Read what `Log.save` wrote; CourseError for any other file."""
    try:
        data = json.loads(Path(path).read_text())
        events = [Event(*fields) for fields in data["events"]]
        if data["format"] != FORMAT:
            raise ValueError
    except OSError as error:
        raise CourseError(f"Cannot read {path}: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError):
        raise CourseError(f"{path} is no log of a watch: give a file that `log.save(path)` wrote.") from None
    return Log(events)


def summary(events: Iterable[Event]) -> str:
    """`pool of 5: 20 tasks, 20 finished; 20 callbacks`; what did not happen is not mentioned."""
    events = list(events)
    kinds = Counter(event.kind for event in events)
    pools = {event.on: event.size for event in events if event.kind == "queued"}
    greenlets = sum(event.kind == "began" and event.text == "greenlet" for event in events)
    tasks = len({event.task for event in events if event.kind in ("queued", "started")})
    parts = [f"{_pools(list(pools.values()))}{_count(tasks, 'task')}"] if tasks else []
    parts += [f"{kinds[kind]} {kind}" for kind in ("finished", "failed", "cancelled") if kinds[kind]]
    if unfinished := tasks - kinds["finished"] - kinds["failed"] - kinds["cancelled"]:
        parts.append(f"{unfinished} unfinished" if unfinished > 0 else "")
    counted = (("callback", kinds["callback"]), ("greenlet", greenlets), ("connection", kinds["accepted"]))
    parts += [_count(number, thing) for thing, number in counted if number]
    return ", ".join(filter(None, parts)) or _threads(events)


def _threads(events: list[Event]) -> str:
    """When there is nothing else to count; how many threads a pool starts may differ from run to run."""
    threads = sum(event.kind == "began" for event in events)
    if threads:
        return _count(threads, "thread")
    return "no tasks" if events else "nothing recorded"


def _pools(sizes: list[int]) -> str:
    if not sizes:
        return ""
    if len(sizes) > 1:
        return f"{len(sizes)} pools: "
    return f"{_count(sizes[0], 'worker')}: " if sizes[0] > 0 else "a pool: "


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def as_event(raw: Raw, begin: int) -> Event:
    """A raw event with its time in seconds since `begin` (nanoseconds)."""
    return Event((raw[0] - begin) / 1e9, *raw[1:])
