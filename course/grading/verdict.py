"""From what became of the cells to a verdict on one test: points, and a reason in the words of whoever answered.

No proof, no points: full marks need the test's own word that it ran to its end.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

from course.grading.outcome import Outcome
from course.grading.plan import TestCell

OURS = "Not judged, our fault: "


@dataclass(frozen=True)
class Verdict:
    """Points for one test, None if that is for a person to say. `reason` is None for full marks.

    `ours` is true if the answer could not be judged through a fault of the course's own.
    """

    points: float | None
    reason: str | None = None

    @property
    def ours(self) -> bool:
        return self.points is None


def verdict(
    test: TestCell, setup: Outcome, helpers: Sequence[Outcome], answer: Outcome | None, checked: Outcome
) -> Verdict:
    """Judge one test by the outcomes of the set-up cell, of the learner's own cells, of the answer's (None if there is
    none) and of the test itself.
    """
    if setup.error is not None:
        return Verdict(None, f"{OURS}the lesson's set-up cell failed with {setup.error['sentence']}.")
    if checked.error is None:
        return _full_or_partial(test, checked.value)
    reason = _before(helpers, answer) or _in_the_test(checked.error)
    return Verdict(None if reason.startswith(OURS) else 0.0, reason)


def _full_or_partial(test: TestCell, value: float | str | None) -> Verdict:
    if value is None:
        return Verdict(float(test.points))
    if not _is_score(value) or not 0 <= value <= test.points:
        return Verdict(None, f"{OURS}the test ended with {value!r}, which is no number from 0 to {test.points:g}.")
    lost = None if value == test.points else f"{value:g} of {test.points:g} points."
    return Verdict(float(value), lost)


def _is_score(value: object) -> TypeGuard[float]:
    return type(value) in (int, float) and math.isfinite(value)  # type: ignore[arg-type]


def _before(helpers: Sequence[Outcome], answer: Outcome | None) -> str:
    """Why the answer was not even there to be tested, or ''."""
    for outcome in [*helpers, *([answer] if answer else [])]:
        if outcome.error is None:
            continue
        kind = outcome.error["type"]
        if kind == "TooLong":
            return f"Your cell did not come to an end: it was {outcome.error['text']}.{_printed(outcome)}"
        if kind == "ProcessDied":
            return "The Python process ended while your cell ran (os._exit, a crash, a limit, or a kill)."
    if answer and answer.error is not None:
        return f"Your cell did not run: {answer.error['sentence']}{answer.error['place']}."
    return ""


def _in_the_test(error: dict[str, str]) -> str:
    if error["ours"]:
        return f"{OURS}the check itself failed with {error['sentence']}."
    if error["type"] == "AssertionError" and error["text"]:
        return error["text"]
    if error["type"] == "ProcessDied":
        return "The Python process ended while this check ran your answer (os._exit, a crash, a limit, or a kill)."
    if error["type"] == "TooLong":
        return f"This check was {error['text']}: your answer neither came back nor failed."
    if error["type"] == "NameError" and not error["place"]:
        return f"No answer: {error['text']}."
    return f"The check stopped with {error['sentence']}{error['place']}."


def _printed(outcome: Outcome) -> str:
    n = len(outcome.output)
    return f" Until then it printed {n} characters or more." if n > 1000 else ""
