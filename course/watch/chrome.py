"""A log in the Chrome trace format, for Perfetto (https://ui.perfetto.dev) and chrome://tracing.

Format: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU ("Trace Event Format").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from course.watch.event import Event

#: What begins something on its lane, and what ends it.
BEGINS = {"started": "task", "callback": "callback", "wait": "wait"}
ENDS = {"finished": "task", "failed": "task", "callback_over": "callback", "woke": "wait"}


def chrome_trace(events: Iterable[Event]) -> dict[str, Any]:
    """The trace as plain data, ready for `json.dump`; times in microseconds."""
    events = _through(events)
    lanes = {lane: number for number, lane in enumerate(dict.fromkeys(event.lane for event in events))}
    names = {event.task: event.text for event in events if event.kind == "queued"}
    running = {event.task: event.lane for event in events if event.kind == "started"}
    named = [
        {"ph": "M", "name": "thread_name", "pid": 1, "tid": n, "args": {"name": lane}} for lane, n in lanes.items()
    ]
    return {"displayTimeUnit": "ms", "traceEvents": named + [_entry(event, lanes, names, running) for event in events]}


def _through(events: Iterable[Event]) -> list[Event]:
    """In order of time, where a worker process that takes the next task is through with the last.

    The result of the last arrives a moment later, in this process; the format pairs an end with the latest beginning.
    """
    events = sorted(events, key=lambda event: event.time)
    last: dict[str, int] = {}
    latest: dict[int, float] = {}  #: task -> when its process took the next
    for event in events:
        if event.kind == "started" and event.lane.startswith("process "):
            if event.lane in last:
                latest[last[event.lane]] = event.time - 1e-9  # before, not at the same time
            last[event.lane] = event.task
    over = [event for event in events if event.kind in ("finished", "failed") and event.task in latest]
    sooner = {event: event._replace(time=min(event.time, latest[event.task])) for event in over}
    return sorted((sooner.get(event, event) for event in events), key=lambda event: event.time)


def _entry(event: Event, lanes: dict[str, int], names: dict[int, str], running: dict[int, str]) -> dict[str, Any]:
    category = BEGINS.get(event.kind) or ENDS.get(event.kind)
    of_task = category == "task"
    lane = running.get(event.task, event.lane) if of_task else event.lane  # a process's result arrives elsewhere
    name = names.get(event.task) or f"task {event.task}" if of_task else event.text or event.kind
    entry: dict[str, Any] = {"name": name, "pid": 1, "tid": lanes[lane], "ts": event.time * 1e6}
    entry["args"] = {"kind": event.kind, "task": event.task, "on": event.on, "size": event.size}
    if category:
        return {**entry, "cat": category, "ph": "B" if event.kind in BEGINS else "E"}
    return {**entry, "cat": "mark", "ph": "i", "s": "t"}
