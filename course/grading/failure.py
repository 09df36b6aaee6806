"""What went wrong, as plain text: of an exception, or of what no cell can tell itself."""

from __future__ import annotations

from course.probes.guard import came_through_course, error_place, sentence

MOST_SAID = 2_000  #: characters that are kept of an exception's text


class InputError(EOFError):
    """The learner's code asks for input. Raised by us, but no fault of ours."""


def described(error: BaseException) -> dict[str, str]:
    """What went wrong, where, and whether that was a fault of ours."""
    said = sentence(error)[:MOST_SAID]
    return {
        "type": type(error).__name__,
        "text": said.removeprefix(type(error).__name__).removeprefix(": "),
        "sentence": said,
        "place": error_place(error),
        "ours": "yes" if came_through_course(error) and not _theirs(error) else "",
    }


def failure(kind: str, text: str) -> dict[str, str]:
    """What went wrong, where no cell could tell."""
    return {"type": kind, "text": text, "sentence": text, "place": "", "ours": ""}


def _theirs(error: BaseException) -> bool:
    """What learners' code does to us: somebody is asked, interrupted, or left without memory, threads or files."""
    return isinstance(error, InputError | KeyboardInterrupt | MemoryError | OSError) or "new thread" in str(error)
