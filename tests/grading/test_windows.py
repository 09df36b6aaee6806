"""What is written to is seen through memory; what is only read is not, and what is changed back is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import CellType, FunctionType
from typing import Any

import pytest

from course.grading.windows import HAS_VERSIONS, changed, over_bases, over_class, over_dict, over_function, over_type

versions = pytest.mark.skipif(not HAS_VERSIONS, reason="dicts of this Python have no version")


def holding() -> tuple[Any, CellType]:
    held = [1]

    def function(*, named: int = 2) -> Any:
        return held, named

    return function, function.__closure__[0]  # type: ignore[index]


@versions
def test_a_dict_that_is_read_stays_and_one_that_is_written_to_does_not() -> None:
    table: dict[str, Any] = {"a": 1}
    window = over_dict(table)
    assert window is not None
    before = window.raw
    assert (table["a"], table.get("b"), [*table.items()], "a" in table, dict(table)) is not None
    assert window.raw == before
    changes: list[Callable[[], Any]] = [
        lambda: table.update(a=2),
        lambda: table.update(a=1),
        lambda: table.setdefault("b", 1),
        lambda: table.pop("b"),
        table.clear,
    ]
    seen = [before]
    for change in changes:
        change()
        assert window.raw not in seen
        seen.append(window.raw)


@versions
def test_a_class_whose_attribute_is_set_and_set_back() -> None:
    class Kind:
        a = 1

    window = over_class(Kind)
    assert window is not None
    before = window.raw
    assert Kind().a == Kind.a == 1
    assert window.raw == before
    Kind.a = 2
    Kind.a = 1
    assert window.raw != before


@versions
def test_what_is_in_a_functions_closure_and_defaults() -> None:
    function, cell = holding()
    windows = over_function(function)
    before = [window.raw for window in windows if window]
    assert len(before) == 2
    assert function() == ([1], 2)
    assert [window.raw for window in windows if window] == before
    cell.cell_contents = [1]
    function.__kwdefaults__["named"] = 3
    assert not set(before) & {window.raw for window in windows if window}


def test_bases_and_the_class_of_an_object() -> None:
    base, other = type("Base", (), {}), type("Other", (), {})
    derived = type("Derived", (base,), {})
    value = derived()
    windows = over_bases(derived), over_type(value)
    before = [window.raw for window in windows]
    derived.__bases__ = (other,)
    value.__class__ = other
    assert all(window.raw != old for window, old in zip(windows, before, strict=True))


def test_up_to_3_12_dicts_have_versions() -> None:
    assert HAS_VERSIONS or sys.version_info >= (3, 13)


@pytest.mark.parametrize("number", [1, 64, 65, 200])
def test_whichever_windows_show_something_else_are_told_once(number: int) -> None:
    cells = [CellType(0) for _ in range(number)]
    windows = [window for cell in cells for window in over_function(reader_of(cell)) if window is not None]
    seen = bytearray(b"".join(windows))
    for those in ([], [0], [number - 1], [*range(0, number, 3)], [*range(number)]):
        for i in those:
            cells[i].cell_contents = object()
        assert changed(windows, seen) == those
        assert changed(windows, seen) == []


def reader_of(cell: CellType) -> FunctionType:
    def function() -> Any:
        return held

    held = None
    return FunctionType(function.__code__, {}, closure=(cell,))
