"""Call a learner's function where a hang cannot hang the checker.

The call runs on a daemon thread. The caller waits for it with a guard that only wrong code can use up, so the
guard may be generous: right code never waits for it (compare `SHORT_TIMEOUT` in CPython's own test suite).
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from course.probes.complaint import is_a, raised, sentence, where
from course.probes.frames import frames_of_threads
from course.probes.handed import opaque_function
from course.probes.patience import GUARD as GUARD
from course.probes.patience import LOOK as LOOK
from course.probes.patience import granted, patiently, used_up
from course.probes.plain import Untold, class_name, describe, name_of, plain, tell

LOOKS = 50  #: at where a call is that does not come back


class TakenApart(BaseException):
    """What a test relies on works no more. No Exception: a learner's code has changed it, which is no fault of ours."""


@contextmanager
def may_be_taken_apart() -> Iterator[None]:
    """Around what the course does with objects that a learner's code can change: whatever fails there is TakenApart."""
    try:
        yield
    except Exception as error:
        raise TakenApart(f"what the check works with was changed: {sentence(error)}") from None


_here = threading.local()


def role() -> str:
    """What the current thread was started for, if a `Call` started it: its `thread_name` then, whatever it says now."""
    return getattr(_here, "role", "")


class Call:
    """One call of a learner's function, running on a daemon thread since it was made.

    It is over as soon as the function came back. The texts of what came back are a learner's code again, so they are
    asked for on the same thread, and not before somebody wants the `value` or the `story`: a probe does so when it has
    seen all it wanted to see, and what a text does then comes too late.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        *args: Any,
        name: str | None = None,
        thread_name: str = "learner",
        when_over: Callable[[], object] = lambda: None,
        **kwargs: Any,
    ) -> None:
        self.name = name or f"`{name_of(function)}`"
        self.error: BaseException | None = None
        self.raw: Any = None
        self.members: list[Any] = []  #: of the list that it returned, as they were when it came back
        self._value: Any = None
        self._end = self._complaint = ""
        self._role = thread_name
        self.over, self._asked, self._told = threading.Event(), threading.Event(), threading.Event()
        self._guard, self._late = GUARD, used_up()
        self._when_over = when_over
        self._task = function, args, kwargs  # not the thread's: who sees it made would exchange them
        with may_be_taken_apart():
            run = opaque_function(self._run)
            run.__name__ = name_of(function)  # the thread is called as Python calls one that runs the function itself
            name = None if thread_name == "learner" else thread_name
            self._thread = threading.Thread(target=run, name=name, daemon=True)
            self._thread.start()

    def _run(self) -> None:
        function, args, kwargs = self._task
        vars(self._thread).update(_target=None, _args=(), _kwargs={})  # the thread would lead the function to this call
        _here.role = self._role
        untold: Untold = []
        try:
            self.raw = function(*args, **kwargs)
            self.members = list(list.__iter__(self.raw)) if is_a(self.raw, list) else []
            self._value = plain(self.raw, untold=untold)  # now: a list may still grow after its function came back
            self._end = f"returned <{class_name(self.raw)}>."
        except BaseException as error:  # SystemExit too: a learner's `exit()` is an answer like any other
            self._complaint = class_name(error)
            self._end = f"raised {self._complaint}."
            self.error = error
        finally:
            self.over.set()
            self._when_over()
            self._tell(untold)

    def _tell(self, untold: Untold) -> None:
        if untold or self.error is not None:
            self._asked.wait()
        tell(untold)
        if self.error is not None:
            self._complaint = sentence(self.error)
        self._end = f"returned {describe(self._value)}." if self.error is None else raised(self.error)
        self._told.set()

    def _be_told(self) -> None:
        """Ask for the texts, if the function is over; one that does not come is done without."""
        self._asked.set()
        if self.over.is_set():
            patiently(self._told.wait)

    def wait(self, guard: float = GUARD) -> Call:
        """Wait until the function is over, at most `guard` seconds; returns itself."""
        # who was there when a guard ran out has been waited for that long
        self._guard = granted(guard) if self._late else max(granted(guard), GUARD)
        patiently(self.over.wait, guard)
        return self

    @property
    def ident(self) -> int | None:
        """Of the thread that runs it."""
        return self._thread.ident

    @property
    def returned(self) -> bool:
        """True if the function came back with a value."""
        return self.over.is_set() and self.error is None

    @property
    def value(self) -> Any:
        """What it returned, as plain data, as it was when it returned; None if it has not returned."""
        self._be_told()
        return self._value

    @property
    def story(self) -> str:
        """What became of the call, in one sentence for its author."""
        if not self.over.is_set():
            where = self._place()
            return f"{self.name} did not come back within {self._guard:.0f} s{where}: it waits for what never happens."
        self._be_told()
        return f"{self.name} {self._end}"

    @property
    def complaint(self) -> str:
        """What the function raised, in one sentence; '' if it raised nothing."""
        self._be_told()
        return self._complaint

    def let_go(self) -> None:
        """Keep nothing of what came back, so that it may be deleted. Ask for the `value` and the `story` before."""
        self.raw, self.members = None, []

    def _place(self) -> str:
        """Where it is now. A loop that spins may leave the frame that is being looked at: then look again."""
        for _ in range(LOOKS):
            if found := where(self._stack):
                return found
        return ""

    def _stack(self) -> traceback.StackSummary | None:
        frame = frames_of_threads().get(self._thread.ident or 0)
        return traceback.extract_stack(frame) if frame else None


def call(function: Callable[..., Any], *args: Any, guard: float = GUARD, **kwargs: Any) -> Call:
    """Call `function` on a daemon thread and wait for it, at most `guard` seconds."""
    return Call(function, *args, **kwargs).wait(guard)


def plainly(value: Any) -> Any:
    """`plain(value)`, whose members may be a learner's objects: their texts are asked for on a thread of their own."""
    return call(lambda: value).value
