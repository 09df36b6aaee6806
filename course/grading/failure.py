"""What went wrong, as plain text: of an exception, or of what no cell can tell itself."""

from __future__ import annotations

from course.probes.complaint import came_through_course, ends_with_learner, error_place, is_a, sentence
from course.probes.plain import class_name

MOST_SAID = 2_000  #: characters that are kept of an exception's text


class InputError(EOFError):
    """The learner's code asks for input. Raised by us, but no fault of ours."""


def described(error: BaseException) -> dict[str, str]:
    """What went wrong, where, and whether that was a fault of ours."""
    said = sentence(error)[:MOST_SAID]
    return {
        "type": class_name(error),
        "text": said.removeprefix(class_name(error)).removeprefix(": "),
        "sentence": said,
        "place": error_place(error),
        "ours": "yes" if came_through_course(error) and not _theirs(error) else "",
    }


def failure(kind: str, text: str) -> dict[str, str]:
    """What went wrong, where no cell could tell."""
    return {"type": kind, "text": text, "sentence": text, "place": "", "ours": ""}


def _theirs(error: BaseException) -> bool:
    """What learners' code does to us: it raises where we call it, somebody is asked, interrupted, told to exit, or left
    without memory, stack, threads or files.
    """
    if is_a(error, (InputError, MemoryError, OSError, RecursionError)) or not is_a(error, Exception):
        return True
    return ends_with_learner(error) or "new thread" in sentence(error)
