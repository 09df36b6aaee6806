"""What a run is given, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """Something to run: `limit` in seconds; a `test` runs as plain Python and may end with a partial score.

    A run may begin with the course's own `setup`: what that changes is no tampering.
    """

    source: str
    limit: float
    test: bool = False
    setup: bool = False

    @property
    def kind(self) -> str:
        return "test" if self.test else "setup" if self.setup else "own"


@dataclass
class Outcome:
    """What became of a cell. `error` is None if it came to its end, else it has `type`, `text`, `sentence`, `place`
    and `ours`; types `ProcessDied`, `TooLong` and `NotRun` tell of what no cell can tell itself. `value` is what a
    test ended with: None, a number, or the name of another type. `seen`: signs of tampering, a sentence each.
    """

    error: dict[str, str] | None = None
    output: str = ""
    value: float | str | None = None
    seen: list[str] = field(default_factory=list)
