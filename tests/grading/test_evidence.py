"""Values cross from a run to its referee as data: builtins, logs, functions by name, or descriptions."""

from __future__ import annotations

import json
from typing import Any

import pytest

from course.grading.evidence import Callable, read, written
from course.probes.judged_check import Judgement
from course.probes.plain import Opaque
from course.probes.pools.task import TaskLog


def crossed(value: Any) -> Any:
    return read(json.loads(written(value)))


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, 0, -7, 10**5000, 0.1, float("inf"), 2 + 3j, "caf\u00e9\ud800", b"\0\xff"),
        *([], [1, [2]], (1, "a"), {1: [2], "a": (b"b",)}, {1, 2}, frozenset("ab")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_plain_values_come_out_equal_and_of_the_same_type(value: Any) -> None:
    assert crossed(value) == value
    assert type(crossed(value)) is type(value)


def test_a_log_comes_out_field_by_field() -> None:
    log = TaskLog(returned=True, value=(1, b"x"), story="It came.", sleeps=[(2, "kitchen")])
    assert crossed(log) == log
    assert crossed(Judgement(True, False, "fine")) == Judgement(True, False, "fine")


def test_everything_else_is_a_description() -> None:
    class Always:
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = object.__hash__

    class Text(str):
        pass

    for value in (Always(), Text("a"), ValueError("no"), json):
        assert type(crossed(value)) is Opaque
    assert repr(crossed([ValueError("no")])) == "[ValueError('no')]"
    function = crossed(crossed)
    assert type(function) is Callable
    assert function.__name__ == "crossed"


def test_a_list_in_itself_ends() -> None:
    ring: list[Any] = []
    ring.append(ring)
    assert "..." in repr(crossed(ring))


@pytest.mark.parametrize(
    "data",
    [
        *(
            1,
            1.5,
            [],
            {},
            {"kind": "int"},
            {"kind": "int", "of": "1.5"},
            {"kind": "int", "of": 3},
            {"kind": "x", "of": 0},
        ),
        {"kind": "set", "of": [{"kind": "list", "of": []}]},
        {"kind": "dict", "of": [["a"]]},
        {"kind": "bytes", "of": "?"},
        {"kind": "log", "of": ["os", "stat_result", []]},
        {"kind": "log", "of": ["course.probes.nowhere", "Log", []]},
        {"kind": "log", "of": ["course.probes.plain", "Opaque", [["text", ""]]]},
        {"kind": "log", "of": ["course.probes.log", "Log", [["returned", True]]]},
        {"kind": "log", "of": ["course.probes.log", "Call", []]},
    ],
    ids=str,
)
def test_what_is_no_value_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match="not a value"):
        read(data)
