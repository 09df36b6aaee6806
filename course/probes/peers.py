"""What a scripted peer replies: a text of as many bytes as it has heard."""

from __future__ import annotations

import os
from collections.abc import Callable
from string import ascii_letters

Reply = Callable[[bytes], bytes]


def capitals_or_secret(secret: bool) -> Reply:
    """Capitals, which who has not read them can make up; or what nobody can know who has not read it.

    Both go letter by letter and leave alone what is no ASCII letter, so that a text stays one of as many bytes.
    """
    return _shuffled() if secret else bytes.upper


def _shuffled() -> Reply:
    letters = ascii_letters.encode()
    others = bytes(sorted(letters, key=lambda _: os.urandom(8)))
    table = bytes.maketrans(letters, others)
    return lambda said: said.translate(table)
