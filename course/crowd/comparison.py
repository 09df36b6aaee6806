"""Several servers, several crowds: one table and one picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from course.crowd.limits import allow_descriptors
from course.crowd.measure import Server, measure
from course.crowd.picture import picture
from course.crowd.row import HEADINGS, Row
from course.errors import CourseError

STYLE = """<style>
.crowd-table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 4px 0 10px; }
.crowd-table th, .crowd-table td { padding: 3px 10px; text-align: right; white-space: nowrap; }
.crowd-table th:first-child, .crowd-table td:first-child, .crowd-table td.note { text-align: left; }
.crowd-table td.note { white-space: normal; }
</style>"""


@dataclass(frozen=True)
class Comparison:
    """What was measured, in the order in which it was. Prints as a table; a notebook shows table and picture."""

    rows: tuple[Row, ...]

    def row(self, server: str, clients: int) -> Row:
        """The row of `server` with so many clients; KeyError if that was not measured."""
        return {(row.server, row.clients): row for row in self.rows}[server, clients]

    def __str__(self) -> str:
        table = [HEADINGS, *(row.cells for row in self.rows)]
        widths = [max(len(cells[column]) for cells in table) for column in range(len(HEADINGS))]
        notes = ["", *(row.note for row in self.rows)]
        lines = [f"{_aligned(cells, widths)}  {note}".rstrip() for cells, note in zip(table, notes, strict=True)]
        return "\n".join(lines)

    @property
    def svg(self) -> str:
        """The picture, as the text of an SVG file."""
        return picture(self.rows)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(text)}</th>" for text in HEADINGS)
        body = "".join(f"<tr>{_html_cells(row)}</tr>" for row in self.rows)
        return f'{STYLE}<table class="crowd-table"><tr>{head}<th></th></tr>{body}</table>{self.svg}'


def compare(
    servers: Mapping[str, Server],
    clients: Sequence[int] = (10, 100, 400),
    messages: int | None = None,
    limit: float = 20.0,
    rounds: int = 1,
    watch: Callable[[Row], object] = lambda row: None,
) -> Comparison:
    """Measure each server with each number of clients, smallest crowd first, one at a time.

    `servers`: name -> callable that starts a server and returns `(address, stop)`; one in this process may run on
    threads, or on greenlets of this very thread. Each client sends `messages` (None: enough for some 4,000 together),
    `rounds` times on the same connection; the best round counts. No measurement takes longer than `limit` seconds, plus
    what the server's own `stop` takes; a server that answered nobody is not visited by larger crowds. `watch` is called
    with each Row as it comes. CourseError for more clients than this machine can hold.
    """
    if not servers or not all(callable(server) for server in servers.values()):
        raise CourseError('Nothing to compare: give servers as {"threads": start}, start() returning (address, stop).')
    allow_descriptors(max(clients, default=0))  # before anything was measured rather than after half of it
    rows: list[Row] = []
    for n in sorted(clients):
        mute = {row.server for row in rows if row.answered == 0}
        for name in [name for name in servers if name not in mute]:
            rows.append(measure(name, servers[name], n, messages, limit, rounds))
            watch(rows[-1])
    return Comparison(tuple(rows))


def _aligned(cells: tuple[str, ...], widths: list[int]) -> str:
    numbers = [f"{cell:>{width}}" for cell, width in zip(cells[1:], widths[1:], strict=True)]
    return "  ".join([f"{cells[0]:<{widths[0]}}", *numbers])


def _html_cells(row: Row) -> str:
    return "".join(f"<td>{escape(text)}</td>" for text in row.cells) + f'<td class="note">{escape(row.note)}</td>'
