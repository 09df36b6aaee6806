"""What a run's process says to its caller: signed, and with nothing that a learner's code can reach and change."""

from __future__ import annotations

import _thread
import json
import os
from json.encoder import encode_basestring_ascii as quoted
from typing import Any

from course.grading.letters import sign

CONNECTION = 3  #: the only descriptor besides the standard ones that a run keeps
_write = os.write
_line: dict[str, Any] = {"key": b"", "number": 0, "turn": _thread.RLock()}  #: what a run signs its reports with


def sign_with(key: bytes) -> None:
    """From now on."""
    _line["key"] = key


def say(message: dict[str, Any]) -> None:
    """Something that only the interpreter knows, before a run begins or when it has ended: unsigned."""
    _send(json.dumps(message).encode() + b"\n")


def _send_signed(data: bytes) -> None:
    """Who puts himself between this process and the caller can change nothing that was said, and drop nothing."""
    with _line["turn"]:
        number = _line["number"]
        _line["number"] = number + 1
        _send(sign(b"report" + _line["key"], number, data) + data)


def _send(data: bytes) -> None:
    """Not `shell.send_all`, which learners' code can reach: a thread may patch it between the last look and this."""
    while data:
        data = data[_write(CONNECTION, data) :]


def tell(what: str, grave: bool = False) -> None:
    """Something that a person should see; if it is grave the tests of this run are lost."""
    _send_signed(b'{"seen": %s, "grave": %s}\n' % (quoted(what[:200]).encode(), b"true" if grave else b"false"))


def report(token: str, error: dict[str, str] | None, more: str = "") -> None:
    """What came of an order, with nothing that a learner's thread could have changed since the last look."""
    fields = ", ".join(f"{quoted(name)}: {quoted(text)}" for name, text in (error or {}).items())
    fields = f"{{{fields}}}" if error is not None else "null"
    _send_signed(f'{{"token": {quoted(token)}, "error": {fields}{more}}}\n'.encode())
