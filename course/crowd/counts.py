"""What a crowd counts: one plain record, sent by its process as a line of JSON, several times a second."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

CONNECTING, CONNECTED, TALKING, TALKED, CLOSED = "connecting", "connected", "talking", "talked", "closed"


@dataclass(frozen=True)
class Counts:
    """A crowd at one moment.

    `phase`: connecting, connected (all are, nobody talks), talking, talked or closed. `n`: clients asked for.
    `connected`: how many were connected together before anybody talked. `answered`: clients that have got every
    answer. `failed`: reason -> clients. `requests`: answers so far; the latest talk only, like all that follow:
    `per_second`: requests per second; `p50`, `p99`: seconds from a request to its answer, None before the first;
    `seconds_connect`, `seconds_talk`: how long the two phases took, or have taken so far. `talks`: how many are over.
    """

    phase: str = CONNECTING
    n: int = 0
    connected: int = 0
    answered: int = 0
    failed: dict[str, int] = field(default_factory=dict)
    requests: int = 0
    p50: float | None = None
    p99: float | None = None
    seconds_connect: float = 0.0
    seconds_talk: float = 0.0
    talks: int = 0

    @property
    def per_second(self) -> float:
        """Answers per second of talk; 0 before the first."""
        return self.requests / self.seconds_talk if self.seconds_talk else 0.0

    def line(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self))

    def __str__(self) -> str:
        text = f"{self.connected:,} of {self.n:,} clients connected in {self.seconds_connect:.2f} s"
        if self.phase not in (CONNECTING, CONNECTED):
            text += f"; {self.answered:,} got all their answers"
        if self.p50 is not None and self.p99 is not None:
            text += f": {self.requests:,} requests in {self.seconds_talk:.2f} s, {self.per_second:,.0f} a second, "
            text += f"half within {milliseconds(self.p50)}, 99 % within {milliseconds(self.p99)}"
        why = "".join(f"; {count:,} failed: {reason}" for reason, count in self.failed.items())
        return text + why + "."


def read_line(line: str) -> Counts | None:
    """The record that `line` holds; None if it is no such line."""
    try:
        return Counts(**json.loads(line))
    except (ValueError, TypeError):
        return None


def percentile(sorted_values: Sequence[float], share: float) -> float | None:
    """The smallest value that at least `share` (0..1) of the values do not exceed; None if there are none."""
    if not sorted_values:
        return None
    return sorted_values[max(0, min(len(sorted_values) - 1, -int(-share * len(sorted_values) // 1) - 1))]


def milliseconds(seconds: float) -> str:
    """`0.0123` as `12.3 ms`, with no more digits than help."""
    ms = seconds * 1000
    return f"{ms:,.0f} ms" if ms >= 100 else f"{ms:.3g} ms"
