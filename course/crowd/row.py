"""One server measured with one number of clients."""

from __future__ import annotations

from dataclasses import dataclass

HEADINGS = ("server", "clients", "answered", "requests/s", "p50 ms", "p99 ms", "KB per idle client")
NONE, AT_LEAST = "\N{EN DASH}", "\N{GREATER-THAN OR EQUAL TO} "


@dataclass(frozen=True)
class Row:
    """`answered`: of `clients`. `per_second`: requests; `p50`, `p99`: seconds: None unless all were answered, as they
    would tell how long the crowd waited in vain. `memory`: bytes per idle connection in the server's process, None if
    too few to tell; a lower bound if `shared` with whoever measures. `note`: why something is missing, or "".
    """

    server: str
    clients: int
    answered: int = 0
    per_second: float | None = None
    p50: float | None = None
    p99: float | None = None
    memory: float | None = None
    shared: bool = False
    note: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """Texts under the HEADINGS."""
        return (
            self.server,
            f"{self.clients:,}",
            f"{self.answered:,}",
            NONE if self.per_second is None else f"{self.per_second:,.0f}",
            _ms(self.p50),
            _ms(self.p99),
            NONE if self.memory is None else f"{AT_LEAST if self.shared else ''}{self.memory / 1024:,.1f}",
        )


def _ms(seconds: float | None) -> str:
    if seconds is None:
        return NONE
    ms = seconds * 1000
    return f"{ms:,.0f}" if ms >= 100 else f"{ms:.1f}" if ms >= 1 else f"{ms:.2f}"
