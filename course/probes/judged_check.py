"""Judge a learner's own check: does it reject a wrong version, and accept a right one?

Catch-the-mutant exercises turn the tables: the learner writes the check. It is called as `check(version)` and
rejects by raising (an AssertionError, as a rule) or by returning False; coming back otherwise accepts.

What decides must be what the version does. So a check gets something that can only be called, made anew for each call,
and a version that it never calls is not judged. Nor does it help to count: when two versions have been accepted, each
new one comes among versions that were judged before, in an order that nobody knows; and all that a check says must
agree. A check that looks at nothing guesses the three tests of an exercise right once in some millions of times.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import SystemRandom
from types import CodeType, FunctionType
from typing import Any

from course.probes.complaint import is_a
from course.probes.guard import GUARD, Call, call
from course.probes.handed import opaque_function
from course.probes.plain import name_of

#: versions accepted before, among which a new one comes; and each that was rejected comes once. A right version is soon
#: done, while a check may wait for a wrong one until its patience is over: so a new one, mostly wrong, comes once.
OTHERS = 6

Version = Callable[..., Any]

_shuffle = SystemRandom().shuffle
#: versions, and if it took them, by the code of the cell that asks: what a check is called is a learner's to say
_judged: dict[CodeType, list[tuple[Version, bool]]] = {}


@dataclass(frozen=True)
class Judgement:
    """What a check made of one version: it accepted, it rejected, or neither (it hung, or is no answer yet)."""

    accepted: bool
    rejected: bool
    story: str


def judge_check(check: Callable[..., Any], version: Version) -> Judgement:
    """Call `check(version)` with a guard, and see whether it still says the same of versions that it judged before."""
    judged = _judged.setdefault(sys._getframe(1).f_code, [])
    if any(known is version for known, _ in judged):  # from the beginning: the cell is run again
        judged.clear()
    found = None
    for known, expected in _order(judged, version):
        verdict = _judge_once(check, known)
        if not (verdict.accepted or verdict.rejected):
            return verdict
        if expected is None:
            found = verdict
        elif verdict.accepted != expected:
            return _contradiction(check, known)
    assert found is not None
    judged.append((version, found.accepted))
    return found


def _order(judged: list[tuple[Version, bool]], version: Version) -> list[tuple[Version, bool | None]]:
    """The calls to make: each a version, and whether it was accepted before; None for the new one."""
    accepted = [known for known, is_accepted in judged if is_accepted]
    if len(accepted) < 2:
        return [(version, None)]
    others: list[tuple[Version, bool | None]] = [(known, False) for known, is_accepted in judged if not is_accepted]
    others += [(accepted[i % len(accepted)], True) for i in range(OTHERS)]
    calls = [*others, (version, None)]
    _shuffle(calls)
    return calls


def _judge_once(check: Callable[..., Any], version: Version) -> Judgement:
    calls: list[bool] = []
    outcome = call(check, _handed(version, calls), guard=2 * GUARD)
    about = _about(outcome.name, version)
    if not outcome.over.is_set():
        return Judgement(False, False, f"{about} did not come back: give whatever it waits for a timeout.")
    if is_a(outcome.error, NotImplementedError):
        return Judgement(False, False, f"{outcome.name} has no answer yet.")
    if not calls:
        return Judgement(False, False, f"{about} never called it: only what a version does can tell. {outcome.story}")
    return _verdict(outcome, about)


def _verdict(outcome: Call, about: str) -> Judgement:
    if outcome.error is not None:
        return Judgement(False, True, f"{about} rejected it with {outcome.complaint}.")
    if outcome.raw is False:
        return Judgement(False, True, f"{about} rejected it.")
    return Judgement(True, False, f"{about} found nothing wrong.")


def _contradiction(check: Callable[..., Any], version: Version) -> Judgement:
    about = _about(f"`{name_of(check)}`", version)
    return Judgement(False, False, f"{about} said once that it is right and once that it is wrong, and it is the same.")


def _about(check: str, version: Version) -> str:
    return f"{check}, called with the version `{name_of(version)}`,"


def _handed(version: Version, calls: list[bool]) -> Version:
    """The version for the check's eyes: like any other until it is called. What it raises does not show where."""

    nameless = _nameless(version)

    def handed(*args: Any, **kwargs: Any) -> Any:
        calls.append(True)
        try:
            return nameless(*args, **kwargs)
        except BaseException as error:
            raise _from_nowhere(error) from None

    handed.__name__ = handed.__qualname__ = "version"
    return opaque_function(handed)


def _from_nowhere(error: BaseException) -> BaseException:
    """The error, and what it came from, without a traceback: that tells what the version calls, and by which names."""
    seen: list[BaseException] = []
    it: BaseException | None = error
    while it is not None and not any(it is other for other in seen):
        seen.append(it)
        BaseException.with_traceback(it, None)
        it = it.__cause__ or it.__context__
    return error


@cache  # a version is called again and again
def _nameless(version: Version) -> Version:
    """The same function, of which no traceback tells which it is."""
    if not isinstance(version, FunctionType):
        return version
    code = _placeless(version.__code__)
    copy = FunctionType(code, version.__globals__, "version", version.__defaults__, version.__closure__)
    copy.__kwdefaults__ = version.__kwdefaults__
    return copy


def _placeless(code: CodeType) -> CodeType:
    """The same code, and that of the functions and comprehensions in it, without names and places."""
    inner = tuple(_placeless(it) if isinstance(it, CodeType) else it for it in code.co_consts)
    code = code.replace(co_name="version", co_qualname="version", co_filename="<version>", co_consts=inner)
    return code.replace(co_linetable=_nowhere(code))


def _nowhere(code: CodeType) -> bytes:
    """A table of places that says of each instruction that it stands in no line.

    Entries cover eight code units at most; CPython's Objects/locations.md has the format.
    """
    whole, rest = divmod(len(code.co_code) // 2, 8)
    return b"\xff" * whole + bytes([0xF8 | (rest - 1)] if rest else [])
