"""Who ends next: by turns the newest, the oldest and one in the middle, so that no place in the row is special."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def by_turns(turn: int, row: Sequence[T]) -> T:
    """The one of `row`, oldest first, whose turn it is."""
    return row[(-1, 0, len(row) // 2)[turn % 3]]
