"""What every probe tells about the call it made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from course.probes.guard import Call

Function = Callable[..., Any]


@dataclass
class Log:
    """What every probe tells: did the function come back, with what, and the story in one sentence.

    `complaint`: the exception that it raised, as `ValueError: text`, or ''.
    """

    returned: bool = False
    value: Any = None
    story: str = ""
    complaint: str = ""

    def end(self, outcome: Call) -> None:
        """Take over how the call ended.

        This is the end of what the probe has to see: texts are asked for, and they are a learner's code. For a call
        that is not over it is where it stands now; so that may come earlier.
        """
        self.returned, self.value, self.story = outcome.returned, outcome.value, outcome.story
        self.complaint = outcome.complaint
