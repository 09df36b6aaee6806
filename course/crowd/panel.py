"""A crowd with buttons: send it to a server of yours and watch."""

from __future__ import annotations

from typing import Any

from course.card import bundle
from course.crowd.address import local
from course.crowd.child import Crowd
from course.crowd.counts import Counts
from course.crowd.listening import seats
from course.crowd.panel_view import PanelView
from course.errors import CourseError

LOOKED_AT = 2000  # clients up to which the system is asked who sits where; beyond, asking would disturb the server


class CrowdPanel:
    """Controls for a crowd that visits `address` (host, port): number of clients, messages each, share that is silent,
    and whether all knock at the same moment.

    Use its buttons, or `start`, `wait` and `stop`. `counts`: the latest, of the crowd under way or the last one. The
    display is brought up to date from a thread, so it goes on while a cell runs. CourseError for what makes no
    crowd.
    """

    def __init__(self, address: Any, n: int = 400, messages: int = 3, idle: float = 0.0, limit: float = 60.0) -> None:
        self.counts = Crowd(address, n, messages, idle, limit).counts  # which complains about what makes no crowd
        self._address, self._limit = local(address), limit
        self._crowd: Crowd | None = None
        self._view = PanelView(n, messages, idle, self._clicked, self.stop)

    def start(self) -> CrowdPanel:
        """Send the crowd and come back at once. CourseError if one is under way or the numbers make no crowd."""
        if self._crowd is not None and not self._crowd.ended:
            raise CourseError("A crowd is under way: stop it, or wait for it.")
        view = self._view
        options = (view.n.value, view.messages.value, view.idle.value, self._limit, view.rush.value)
        self._crowd = crowd = Crowd(self._address, *options, watch=self._seen)
        view.running(True)
        try:
            crowd.start()
        except BaseException:
            self._crowd = None
            view.running(False)
            raise
        return self

    def wait(self) -> Counts:
        """Wait for the crowd's end and return its counts; greenlets of this thread go on. All 0 if none was sent."""
        return self._crowd.wait() if self._crowd else self.counts

    def stop(self) -> None:
        """Call the crowd back; harmless if there is none."""
        if self._crowd:
            self._crowd.stop()

    def _clicked(self) -> None:
        try:
            self.start()
        except CourseError as error:
            self._view.sentence(error.message)

    def _seen(self, counts: Counts) -> None:
        self.counts = counts
        self._view.show(counts, self._seats(counts))
        if self._crowd and self._crowd.ended:
            self._view.running(False)
            if self._crowd.error:
                self._view.sentence(str(self._crowd.error))

    def _seats(self, counts: Counts) -> str:
        if counts.n > LOOKED_AT or not counts.connected:
            return ""
        try:
            return str(seats(self._address))
        except CourseError:  # the server is gone, or this is no Linux
            return ""

    def __repr__(self) -> str:
        view = self._view
        plan = f"{view.n.value} clients, {view.messages.value} messages each, {view.idle.value:.0%} silent"
        return f"A crowd for your server: {plan}.\nWithout buttons: print(panel.start().wait())"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return bundle(self._view.box, repr(self))
