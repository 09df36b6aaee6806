"""Judge a learner's own check: does it reject a wrong version, and accept a right one?

Catch-the-mutant exercises turn the tables: the learner writes the check. It is called as `check(version)` and
rejects by raising (an AssertionError, as a rule) or by returning False; coming back otherwise accepts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from course.probes.guard import GUARD, call, is_a, sentence


@dataclass(frozen=True)
class Judgement:
    """What a check made of one version: it accepted, it rejected, or neither (it hung, or is no answer yet)."""

    accepted: bool
    rejected: bool
    story: str


def judge_check(check: Callable[..., Any], version: Callable[..., Any]) -> Judgement:
    """Call `check(version)` with a guard."""
    outcome = call(check, version, guard=2 * GUARD)
    about = f"{outcome.name}, called with the version `{version.__name__}`,"
    if not outcome.over.is_set():
        return Judgement(False, False, f"{about} did not come back: give whatever it waits for a timeout.")
    if is_a(outcome.error, NotImplementedError):
        return Judgement(False, False, f"{outcome.name} has no answer yet.")
    if outcome.error is not None:
        return Judgement(False, True, f"{about} rejected it with {sentence(outcome.error)}.")
    if outcome.raw is False:
        return Judgement(False, True, f"{about} rejected it.")
    return Judgement(True, False, f"{about} found nothing wrong.")
