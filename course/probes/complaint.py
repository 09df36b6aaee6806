"""What went wrong in a learner's code, and in which line of it: one sentence for its author."""

from __future__ import annotations

import linecache
import sysconfig
import traceback
from collections.abc import Callable

from course.probes.plain import class_name

CALLED = " submit(f, x) passes a function; submit(f(x)) calls it and passes what it returned."

_COURSE = __file__.rsplit("probes", 1)[0]
FOREIGN = (_COURSE, sysconfig.get_paths()["stdlib"], sysconfig.get_paths()["purelib"], "<frozen", "<string>", "<check>")


def is_a(value: object, kind: type | tuple[type, ...]) -> bool:
    """`isinstance` by the real class: a learner's object may have a `__class__` that fails, or lies."""
    return issubclass(type(value), kind)


def sentence(error: BaseException) -> str:
    """`ValueError: text` for an exception, never multi-line, never failing."""
    try:
        text = " ".join(str.__str__(str(error)).split())
    except BaseException:
        text = ""
    name = class_name(error)
    return f"{name}: {text}" if text else name


def error_place(error: BaseException) -> str:
    """` (line 4 of your cell: ...)` for the learner's innermost frame that the exception came through, or ''."""
    return where(lambda: traceback.extract_tb(error.__traceback__))


def where(stack: Callable[[], traceback.StackSummary | None]) -> str:
    """The same for what `stack` gives; it never fails."""
    try:
        return _innermost(stack())
    except BaseException:  # linecache may ask a learner's function for the line
        return ""


def came_through_course(error: BaseException) -> bool:
    """True if the exception was raised in this package: a fault of ours, whatever the learner's code did."""
    return any(frame.filename.startswith(_COURSE) for frame in traceback.extract_tb(error.__traceback__))


def ends_with_learner(error: BaseException) -> bool:
    """True if the exception comes out of a line that the learner wrote, whoever called it."""
    trace = traceback.extract_tb(error.__traceback__)
    return bool(trace) and (trace[-1].filename == "<string>" or not trace[-1].filename.startswith(FOREIGN))


def _innermost(stack: traceback.StackSummary | None) -> str:
    """` (line 4 of your cell: ...)` for the innermost frame that the learner wrote."""
    for frame in reversed(stack or []):
        if not frame.filename.startswith(FOREIGN):
            code = (frame.line or linecache.getline(frame.filename, frame.lineno or 0)).strip()
            if code:  # a frame of a compiled module has a name but no lines
                return f" (line {frame.lineno} of your cell: `{code}`)"
    return ""


def raised(error: BaseException) -> str:
    """What a call did that ended with `error`: `raised ValueError: text (line 4 of your cell: ...).`"""
    if is_a(error, NotImplementedError):
        return "has no answer yet."
    said = sentence(error)
    return f"raised {said}{error_place(error)}.{CALLED if 'object is not callable' in said else ''}"
