"""Signs of tampering in the text of a cell, read outside, where nothing that runs can change what is found.

An answer needs the public names of the modules that the course teaches, and its own. It has no use for the underscored
names of other people's objects, for frames, or for names that are computed while it runs; who hides such a thing behind
`getattr` or `exec` has `getattr` or `exec` in the cell. What leads into Python itself, or replaces something in a
module, is *grave*: the answer gets no points until a person has looked. What is odd and harmless is only shown.

A text that cannot be read is grave too, unless it cannot run either.
"""

from __future__ import annotations

from functools import lru_cache

from course.grading.python_text import as_python
from course.grading.read_calls import Calls
from course.grading.reader import NO_PYTHON, UNREADABLE, Beside, Sign

MOST = 8  #: signs of one cell


def signs(source: str, setup: str = "", beside: Beside | None = None) -> tuple[Sign, ...]:
    """What a person may want to look at, at most MOST, the grave ones first; NO_PYTHON if it is none.

    `setup`: the cell whose imports there are.
    """
    return _signs(source, setup, tuple((name, tuple(texts)) for name, texts in sorted((beside or {}).items())))


@lru_cache(maxsize=1024)
def _signs(source: str, setup: str, beside: tuple[tuple[str, tuple[str | None, ...]], ...]) -> tuple[Sign, ...]:
    try:
        tree = as_python(source)
    except SyntaxError:
        return (NO_PYTHON,)
    except Exception:
        return (UNREADABLE,)
    found = Calls(setup, dict(beside)).look_at(tree)  # which reads what the others read, too
    return tuple(sorted(set(found), key=lambda sign: (not sign.grave, sign))[:MOST])
