"""Feed a timeline from a watch while it is on."""

from __future__ import annotations

import threading
from typing import Any

from IPython.display import display

from course.timeline.lanes import Picture, lanes
from course.timeline.svg import svg
from course.timeline.timeline import Timeline
from course.watch.log import Log
from course.watch.watching import Watch

PERIOD = 0.05  #: seconds between two looks
TEXT = "A timeline of this cell, live in JupyterLab."  #: what is stored in its place: the same in every run
PORTION = 20  #: events taken in at a stretch: meanwhile nobody else has the interpreter's lock
PAUSE = 0.0001  #: seconds until the next stretch, for the learner's threads that wait for that lock
MOST = 400  #: events at one look, some milliseconds of work: a flood is drawn later rather than slowed down


class Live:
    """Looks at `log` now and then, from a thread of its own, and pushes what is new to `timeline`."""

    def __init__(self, log: Watch, timeline: Timeline) -> None:
        self._log, self._timeline, self._picture = log, timeline, Picture()
        self._seen = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="timeline", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Show what came last and look no more."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._look()

    def _run(self) -> None:
        while not self._stop.wait(PERIOD):
            self._look()

    def _look(self) -> None:
        over, now = self._log.ended, self._log.now
        events = self._log.since(self._seen, None if over else MOST)
        self._seen += len(events)
        for number, event in enumerate(events):
            if number % PORTION == PORTION - 1:
                self._stop.wait(PAUSE)
            self._picture.add(event)
        changes = self._picture.take_changes()
        if changes or over:
            self._timeline.push(changes, self._picture.end if over else now, over)


class LiveWatch(Watch):
    """A watch whose timeline is displayed when it starts, and grows until it stops."""

    def __init__(self) -> None:
        super().__init__()
        self.widget = Timeline(TEXT)
        self._live = Live(self, self.widget)
        self._place: Any = None

    def start(self) -> Watch:
        super().start()
        try:
            display(self.widget)
            # an empty place below, for readers without a front end; empty, because a picture differs from run to run
            self._place = display({}, raw=True, display_id=True)
            self._live.start()
        except BaseException:
            super().stop()
            raise
        return self

    def stop(self) -> None:
        """End it and put everything back; harmless if it is not on."""
        if self.begin and not self.ended:
            super().stop()
            self._live.stop()
            if self._place is not None:
                self._place.update(still(self, "course-below"), raw=True)


def still(log: Log, css_class: str = "") -> dict[str, str]:
    """The static picture of a log, and its counts, as a notebook stores them."""
    return {"text/plain": log.summary(), "image/svg+xml": svg(log, css_class=css_class)}


def timeline(log: Log, until: float = 0.0, title: str = "Timeline") -> Timeline:
    """The timeline of a log that is complete; `until`: the least length of its axis, in seconds."""
    picture = lanes(log)
    widget = Timeline(log.summary(), until=until, title=title)
    widget.push(picture.take_changes(), picture.end, over=True)
    return widget
