"""Which modules of a run are under seal (`seal.py`), and which it is without."""

from __future__ import annotations

#: Packages whose modules are sealed: what checks call while they drive an answer, and what that calls. What learners
#: import beside them is theirs, and so is what only those modules use that are outside a run, with the referee.
# fmt: off
SEALED = frozenset({
    "course", "builtins", "json", "threading", "_thread", "concurrent", "queue", "socket", "select", "selectors",
    "time", "os", "posix", "posixpath", "gevent", "greenlet", "multiprocessing", "traceback", "linecache",
    "collections", "contextlib", "functools", "types", "weakref", "_weakrefset", "heapq", "subprocess", "operator",
    "itertools", "io", "signal", "pickle", "random", "pathlib", "base64", "binascii", "hashlib", "struct", "string",
    "dataclasses", "abc", "shutil", "_frozen_importlib", "_frozen_importlib_external",
})
# fmt: on
HIDDEN = "course.grading"
#: modules taken away from a run before the learner's code begins, so that who imports them gets others, and the witness
#: hears of it: `ctypes` reads memory without a word
TAKEN_AWAY = (HIDDEN, "ctypes", "_ctypes")


def is_sealed(module: str) -> bool:
    """Whether what is in it is put back."""
    return module.partition(".")[0] in SEALED


def is_taken_away(module: str) -> bool:
    """Whether a run is without it."""
    return any(f"{module}.".startswith(f"{it}.") for it in TAKEN_AWAY)
