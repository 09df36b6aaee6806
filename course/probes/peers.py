"""What a scripted peer does: it is silent, it fails, or replies with a text of as many bytes as it has heard."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from string import ascii_letters
from typing import Any

Reply = Callable[[bytes], bytes]


class Silence(TimeoutError):
    """In a script: nothing comes for so long that any timeout runs out. Who has set none waits, and it is over."""


def of_the_system(thing: Any) -> Any:
    """An error that a test has made, with its number, as the operating system raises it; anything else as it is."""
    number = {ConnectionResetError: errno.ECONNRESET, BrokenPipeError: errno.EPIPE}.get(type(thing))
    return thing if number is None or thing.errno else type(thing)(number, str(thing))


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
