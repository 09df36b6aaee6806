"""The page docs/servers.md: the table, what it was measured on, how to read it, how to make it."""

from __future__ import annotations

from side_by_side import Ratio

from course.crowd import Comparison
from course.crowd.row import HEADINGS, NONE, Row

C, OURS, PEER = "echo in C", "greenlets", "gevent StreamServer"
PAGE = """# How many clients, how fast, at what price

The lesson's servers, as its reference solutions have them, beside gevent's own `StreamServer`, asyncio and an echo
server in C. Made by `python bench/servers.py --write`; your numbers will differ, their ratios less so.

Measured on {machine}.

![Requests per second and latency over the number of clients](servers.svg)

{table}

How to read it: all clients of a row are connected at the same time, from one other process; each sends a line and
waits for its answer before it sends the next. The best of three rounds counts. *of C* is the share of what the server
in C reaches with the same clients: it does the least a server can do, so it stands for all that the loopback and the
clients' process allow. *KB per idle client* is what the server's process grew by while all were connected and silent;
the system's own buffers for each connection come on top. A dash: not measured, or too few clients to tell.

## Greenlets and their peer

The lesson's greenlets as a share of `StreamServer`, both up at the same time and visited in turns eleven times, the
medians. *Per CPU second* is what the server does with the processor time it gets, whatever else runs on the machine.

{ratios}

## Where the memory of an idle client goes

{memory}
"""


def page(comparison: Comparison, ratios: dict[int, Ratio | None], memory: str, machine: str) -> str:
    """The page's text in Markdown. `ratios`: clients -> greenlets by their peer."""
    return PAGE.format(machine=machine, table=_table(comparison), ratios=_ratios(ratios), memory=memory)


def _ratios(ratios: dict[int, Ratio | None]) -> str:
    lines = ["| clients | requests per second | per CPU second |", "|---:|---:|---:|"]
    for n, ratio in ratios.items():
        lines.append(f"| {n:,} | {_share(ratio and ratio.rate)} | {_share(ratio and ratio.work)} |")
    return "\n".join(lines)


def _table(comparison: Comparison) -> str:
    headings = [*HEADINGS[:4], "of C", *HEADINGS[4:], ""]
    lines = ["| " + " | ".join(headings) + " |", "|---|" + "---:|" * (len(headings) - 2) + "---|"]
    ceilings = {row.clients: row for row in comparison.rows if row.server == C}
    for row in comparison.rows:
        share = _share(_ratio(row, ceilings.get(row.clients)))
        lines.append("| " + " | ".join([*row.cells[:4], share, *row.cells[4:], row.note]).rstrip() + " |")
    return "\n".join(lines)


def _ratio(row: Row, other: Row | None) -> float | None:
    if other is None or not row.per_second or not other.per_second:
        return None
    return row.per_second / other.per_second


def _share(ratio: float | None) -> str:
    return NONE if ratio is None else f"{ratio:.0%}"
