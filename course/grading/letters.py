"""Orders to a run, unreadable for the code that runs there.

A thread that a learner's cell has left behind can read the descriptor on which the next order comes, and would find the
test and the word that tells a true report from a forged one. So orders come sealed under a key that was handed over
before anybody's code ran. It is no defence against whoever reads the whole process; see docs/security.md.
"""

from __future__ import annotations

import base64
import json
from binascii import a2b_base64  # of C, and bound here: a learner may patch `base64`
from hashlib import shake_256
from typing import Any

KEY = 32  #: bytes
SIGNATURE = 32  #: characters
_decode = json.JSONDecoder().decode  # one that no module has a name for


def seal_letter(key: bytes, number: int, order: dict[str, Any]) -> bytes:
    """The `number`th order as one line."""
    text = json.dumps(order).encode()
    return base64.b64encode(sign(key, number, text) + _mix(key, number, text)) + b"\n"


def open_letter(key: bytes, number: int, line: bytes) -> dict[str, Any]:
    """The order in a line; ValueError if it is none, or not the `number`th."""
    letter = a2b_base64(line)
    if type(letter) is not bytes:
        raise ValueError("not a letter")
    text = _mix(key, number, letter[SIGNATURE:])
    if letter[:SIGNATURE] != sign(key, number, text):
        raise ValueError("somebody else's order")
    order = _decode(text.decode())
    if not isinstance(order, dict):
        raise ValueError("not an order")
    return order


def sign(key: bytes, number: int, text: bytes) -> bytes:
    """What only who has the key can say of the `number`th text."""
    return shake_256(b"sign" + key + number.to_bytes(8, "big") + text).hexdigest(SIGNATURE // 2).encode()


def _mix(key: bytes, number: int, text: bytes) -> bytes:
    """Add the key's stream (of SHAKE-256, one for each number) to the text; the same again takes it off."""
    stream = shake_256(key + number.to_bytes(8, "big")).digest(len(text))
    mixed = int.from_bytes(text, "big") ^ int.from_bytes(stream, "big")
    return mixed.to_bytes(len(text), "big")
