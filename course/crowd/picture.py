"""A comparison as a static SVG: requests per second and latency over the number of clients, one line per server.

Marks differ in shape as well as in colour. Ink follows JupyterLab's theme, or the reader's system where there is none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from html import escape

from course.crowd.row import Row

WIDTH, HEIGHT, LEFT, TOP, BOTTOM, GAP = 380, 300, 64, 26, 44, 20  # of one panel, pixels
COLOURS = ["#3b8fd6", "#e0861f", "#3aa655", "#c95fb0", "#d6504a", "#8a8f98", "#b59a2c", "#5a6fd0"]
MARKS = [
    '<circle r="4"/>',
    '<path d="M-4-4h8v8h-8z"/>',
    '<path d="M0-5L5 4H-5z"/>',
    '<path d="M0-5.5L5.5 0 0 5.5-5.5 0z"/>',
    '<path d="M0 5L5-4H-5z"/>',
    '<path d="M-5-1.5h3.5V-5h3v3.5H5v3H1.5V5h-3V1.5H-5z"/>',
]
STYLE = """<style>
.crowd-chart { --ink: #555; --line: #ddd; font: 12px system-ui, sans-serif; max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) { .crowd-chart { --ink: #bbb; --line: #444; } }
.crowd-chart text { fill: var(--jp-content-font-color1, var(--ink)); }
.crowd-chart .grid { stroke: var(--jp-border-color2, var(--line)); }
</style>"""

Scale = Callable[[float], float]


def picture(rows: Sequence[Row]) -> str:
    """The SVG text. A measurement that failed has no point; a server without any has only its name in the legend."""
    names = list(dict.fromkeys(row.server for row in rows))
    legend, below = _legend(names)
    rate = {name: [(row.clients, row.per_second) for row in rows if row.server == name] for name in names}
    late = {name: [(row.clients, _ms(row.p99)) for row in rows if row.server == name] for name in names}
    clients = sorted({row.clients for row in rows})
    panels = _panel("requests per second", rate, clients, False) + _shifted(
        WIDTH + GAP, _panel("99 % of the answers within (ms)", late, clients, True)
    )
    width, height = 2 * WIDTH + GAP, HEIGHT + below
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="crowd-chart" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="{escape(_spoken(rows))}">{STYLE}'
        f'{legend}<g transform="translate(0 {below})">{panels}</g></svg>'
    )


def _panel(title: str, lines: dict[str, list[tuple[int, float | None]]], clients: list[int], log: bool) -> str:
    values = [y for points in lines.values() for _, y in points if y]
    ticks = (_decades if log else _steps)(values)
    right, bottom = WIDTH - 14, HEIGHT - BOTTOM
    x = _scale(clients or [1], LEFT, right, True)
    y = _scale(ticks, bottom, TOP, log)
    parts = [f'<text x="{LEFT - 8}" y="14">{escape(title)}</text>']
    for tick in ticks:
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{right}" y1="{y(tick):.1f}" y2="{y(tick):.1f}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick:,g}</text>')
    for n in clients:
        parts.append(f'<text x="{x(n):.1f}" y="{bottom + 18}" text-anchor="middle">{_short(n)}</text>')
    parts.append(f'<text x="{(LEFT + right) / 2}" y="{bottom + 36}" text-anchor="middle">clients</text>')
    for number, points in enumerate(lines.values()):
        parts.append(_line([(x(n), y(value)) for n, value in points if value], number))
    return "".join(parts)


def _line(points: list[tuple[float, float]], number: int) -> str:
    colour, mark = COLOURS[number % len(COLOURS)], MARKS[number % len(MARKS)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    marks = "".join(f'<g transform="translate({x:.1f} {y:.1f})">{mark}</g>' for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/><g fill="{colour}">{marks}</g>'


def _legend(names: list[str]) -> tuple[str, int]:
    """The legend, and how high it is."""
    x, y, parts = LEFT, 14, []
    for number, name in enumerate(names):
        width = 30 + 7 * len(name)
        if x + width > 2 * WIDTH and x > LEFT:
            x, y = LEFT, y + 20
        mark = f'<g fill="{COLOURS[number % len(COLOURS)]}">{MARKS[number % len(MARKS)]}</g>'
        parts.append(f'<g transform="translate({x} {y})">{mark}<text x="10" y="4">{escape(name)}</text></g>')
        x += width
    return "".join(parts), y + 16


def _shifted(x: int, content: str) -> str:
    return f'<g transform="translate({x} 0)">{content}</g>'


def _scale(domain: Sequence[float], start: float, end: float, log: bool) -> Scale:
    """A function from values to pixels."""
    turn: Callable[[float], float] = math.log10 if log else float
    low, high = turn(min(domain)), turn(max(domain))
    return lambda value: start + (end - start) * ((turn(value) - low) / (high - low) if high > low else 0.5)


def _steps(values: list[float]) -> list[float]:
    """Round ticks from 0 to at least the greatest value, at most six steps."""
    top = max(values, default=1.0)
    unit = 10.0 ** math.floor(math.log10(top / 5))
    step = next(unit * factor for factor in (1, 2, 5, 10) if top <= unit * factor * 6)
    return [step * number for number in range(math.ceil(top / step) + 1)]


def _decades(values: list[float]) -> list[float]:
    """Powers of ten around all values."""
    low, high = (math.floor(math.log10(min(values, default=1))), math.ceil(math.log10(max(values, default=10))))
    return [10.0**power for power in range(low, max(high, low + 1) + 1)]


def _short(n: int) -> str:
    return f"{n // 1000}k" if n >= 1000 and n % 1000 == 0 else str(n)


def _ms(seconds: float | None) -> float | None:
    return None if seconds is None else seconds * 1000


def _spoken(rows: Sequence[Row]) -> str:
    """The same for who cannot see it."""
    told = [
        f"{row.server} with {row.clients} clients: {row.per_second:,.0f} a second" for row in rows if row.per_second
    ]
    return "Requests per second. " + "; ".join(told) + "."
