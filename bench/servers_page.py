"""The page docs/servers.md: the table, what it was measured on, how to read it, how to make it."""

from __future__ import annotations

from course.crowd import Comparison
from course.crowd.row import HEADINGS, NONE, Row

C = "echo in C"
PAGE = """# How many clients, how fast, at what price

The lesson's servers, as its reference solutions have them, beside gevent's own `StreamServer`, asyncio and an echo
server in C. Made by `python bench/servers.py --write`; your numbers will differ, their ratios less so.

Measured on {machine}.

![Requests per second and latency over the number of clients](servers.svg)

{table}

{greenlets}

How to read it: all clients of a row are connected at the same time, from one other process; each sends a line and
waits for its answer before it sends the next. The best of three rounds counts. *of C* is the share of what the server
in C reaches with the same clients: it does the least a server can do, so it stands for all that the loopback and the
clients' process allow. *KB per idle client* is what the server's process grew by while all were connected and silent;
the system's own buffers for each connection come on top. A dash: not measured, or too few clients to tell.
"""


def page(comparison: Comparison, machine: str) -> str:
    """The page's text in Markdown."""
    return PAGE.format(machine=machine, table=_table(comparison), greenlets=_greenlets(comparison))


def _table(comparison: Comparison) -> str:
    headings = [*HEADINGS[:4], "of C", *HEADINGS[4:], ""]
    lines = ["| " + " | ".join(headings) + " |", "|---|" + "---:|" * (len(headings) - 2) + "---|"]
    ceilings = {row.clients: row for row in comparison.rows if row.server == C}
    for row in comparison.rows:
        share = _ratio(row, ceilings.get(row.clients))
        lines.append("| " + " | ".join([*row.cells[:4], share, *row.cells[4:], row.note]).rstrip() + " |")
    return "\n".join(lines)


def _ratio(row: Row, other: Row | None) -> str:
    if other is None or not row.per_second or not other.per_second:
        return NONE
    return f"{row.per_second / other.per_second:.0%}"


def _greenlets(comparison: Comparison) -> str:
    """The lesson's greenlets against their peer, in a sentence."""
    peers = {row.clients: row for row in comparison.rows if row.server == "gevent StreamServer"}
    ours = [row for row in comparison.rows if row.server == "greenlets"]
    shares = ", ".join(f"{_ratio(row, peers.get(row.clients))} with {row.clients:,} clients" for row in ours)
    return f"Greenlets as a share of the requests per second of `StreamServer`: {shares}."
