"""A log as a static SVG, for readers without a front end: GitHub, PDF, feedback."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from course.timeline.items import Bar, Item, Lane, Mark, Step, Wait
from course.timeline.lanes import Picture, lanes
from course.timeline.layout import (
    METRICS,
    Row,
    Scale,
    fitting,
    levels,
    merged,
    naps,
    rows,
    scale,
    short,
    tick_text,
    ticks,
    turns,
)
from course.timeline.legend import LEGEND, SIGNS
from course.watch.event import Event
from course.watch.log import summary

WIDTH = 960
MOST = 60  #: lanes; a server with 400 threads says how many more there are

# Its own background: a page shows it as an image, which knows what the reader's system prefers, not the page's theme.
STYLE = """<style>
.course-lanes { --ink: #333; --faint: #ddd; --back: #fff; font: 11px system-ui, sans-serif; max-width: 960px; }
@media (prefers-color-scheme: dark) { .course-lanes { --ink: #ccc; --faint: #444; --back: #1c1c1c; } }
.course-lanes .back { fill: var(--back); }
.course-lanes text { fill: var(--ink); }
.course-lanes .in { fill: #fff; font-size: 10px; }
.course-lanes .grid { stroke: var(--faint); }
.course-lanes .running { fill: #2b7bba; }
.course-lanes .finished { fill: #2f7d46; }
.course-lanes .failed { fill: #b3372f; }
.course-lanes .alive, .course-lanes .ended { fill: var(--faint); }
.course-lanes .queue { fill: #8a6fc2; opacity: .75; }
.course-lanes .mark { fill: #b5651d; }
.course-lanes .callback { fill: #7b3fa0; stroke: #fff; stroke-width: .5; }
.course-lanes .wait { fill: url(#course-wait); }
</style>
<pattern id="course-wait" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="5" height="5" fill="#fff" fill-opacity=".45"/>
<path d="M1 0V5" stroke="#333" stroke-width="2" stroke-opacity=".6"/></pattern>"""


def svg(events: Iterable[Event], until: float | None = None, css_class: str = "") -> str:
    """The SVG text. `until`: where the time axis ends, in seconds; the last event's time if not given.

    All names are escaped. `css_class`: one more class for the whole, by which a page's style sheet can find it.
    """
    events = list(events)
    picture = lanes(events)
    shown = rows(picture.lanes[:MOST])
    height = (shown[-1].y + shown[-1].height if shown else METRICS["top"]) + METRICS["bottom"]
    more = len(picture.lanes) - len(shown)
    end = max(picture.end, until or 0)
    x = scale(0, end, WIDTH)
    text = summary(events) + (f", {more} more lanes not drawn" if more else "")
    parts = [_axis(end, x, height), *(_lane(picture, row, x) for row in shown)]
    parts.append(f'<text x="4" y="{height + 10}">{escape(text)}</text>{_legend(height + 27)}')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{f"course-lanes {css_class}".strip()}" width="100%" '
        f'viewBox="0 0 {WIDTH} {height + 34:g}" role="img" aria-label="{escape(f"Timeline: {text}")}">'
        f'{STYLE}<rect class="back" width="100%" height="100%" rx="6"/>{"".join(parts)}</svg>'
    )


def _axis(end: float, x: Scale, height: float) -> str:
    marks = ticks(0, end)
    step = marks[1] - marks[0] if len(marks) > 1 else max(end, 1e-6)
    return "".join(
        f'<path class="grid" d="M{x(t):.1f} {METRICS["top"]}V{height:g}"/>'
        f'<text x="{x(t):.1f}" y="{METRICS["top"] - 8}" text-anchor="middle">{tick_text(t, step)}</text>'
        for t in marks
    )


def _legend(y: float) -> str:
    """A line with a sample of every colour."""
    parts, x = [], 4.0
    for kind, words in LEGEND:
        parts.append(f'<rect class="{kind}" x="{x:g}" y="{y - 8:g}" width="12" height="9" rx="2"/>')
        parts.append(f'<text x="{x + 16:g}" y="{y:g}" font-size="10" opacity=".8">{escape(words)}</text>')
        x += 32 + 5.4 * len(words)
    return "".join(parts)


def _lane(picture: Picture, row: Row, x: Scale) -> str:
    name, middle = row.lane.name, row.y + row.height / 2
    head = f'<g><title>{escape(name)}</title><text x="4" y="{middle + 4:g}">{escape(short(name))}</text></g>'
    line = f'<path class="grid" d="M0 {row.y + row.height:g}H{WIDTH}"/>'
    on = [item for item in picture.items.values() if not isinstance(item, Lane) and item.lane == name]
    if row.lane.kind == "queue":
        return (
            head
            + line
            + _queue([item for item in on if isinstance(item, Step)], row, x, picture.end)
            + _marks(on, row, x)
        )
    turned = _turns(on, row, x, picture.end) if row.lane.kind == "greenlet" else ""
    return head + line + _bars(on, row, x, picture.end) + turned + _waits(on, row, x, picture.end) + _marks(on, row, x)


def _bars(items: Sequence[Item], row: Row, x: Scale, end: float) -> str:
    bars = [item for item in items if isinstance(item, Bar)]
    return "".join(_bar(*group, row, x) for group in sorted(merged(bars, x, end), key=lambda group: group[0].task >= 0))


def _turns(items: Sequence[Item], row: Row, x: Scale, end: float) -> str:
    lives = [item for item in items if isinstance(item, Bar) and item.task < 0]
    waits = [item for item in items if isinstance(item, Wait)]
    y, high = row.y + (row.height - METRICS["bar"]) / 2, METRICS["bar"]
    parts = []
    for turn in (turn for life in lives for turn in turns(life, waits, x, end)):
        wide = max(x(turn.stop) - x(turn.start), 1.5)
        share = max(turn.busy / (turn.stop - turn.start), 0.25) if turn.stop > turn.start else 1
        place = f'x="{x(turn.start):.1f}" y="{y:g}" width="{wide:.1f}" height="{high:g}"'
        parts.append(f'<rect class="running" {place} fill-opacity="{share:.2f}"/>')
    return "".join(parts)


def _bar(bar: Bar, end: float, number: int, row: Row, x: Scale) -> str:
    inset = METRICS["inset"] * bar.depth
    life = bar.task < 0
    y, high = row.y + (row.height - METRICS["bar"]) / 2 + inset, METRICS["bar"] - inset
    left, room = x(bar.start), x(end) - x(bar.start)
    # a gap between neighbours; what failed at once can be seen
    width = max(room - (room > 4), 3 if bar.state == "failed" else 0.8)
    label = "" if life or number > 1 else fitting(bar.label, SIGNS.get(bar.state, ""), room)
    inside = f'<text class="in" x="{left + 4:.1f}" y="{y + 11.5:g}">{escape(label)}</text>' if label else ""
    return (
        f'<g><title>{escape(told(bar, end, number))}</title><rect class="{bar.state}" rx="2" x="{left:.1f}" y="{y:g}" '
        f'width="{width:.1f}" height="{high:g}"/>{inside}</g>'
    )


def told(bar: Bar, end: float, number: int = 1) -> str:
    """A bar in words."""
    if number > 1:
        return f"{number} tasks, {bar.state}, from {seconds(bar.start)} to {seconds(end)}"
    waited = f", queued {seconds(bar.start - bar.queued)}" if bar.queued is not None else ""
    return f"{bar.label}: {bar.state}{waited}, for {seconds(end - bar.start)} from {seconds(bar.start)} on {bar.lane}"


def seconds(time: float) -> str:
    """`12.3 ms` or `1.23 s`."""
    return f"{time * 1000:.1f} ms" if abs(time) < 1 else f"{time:.2f} s"


def _waits(items: Sequence[Item], row: Row, x: Scale, end: float) -> str:
    parts, y = [], row.y + (row.height + METRICS["bar"]) / 2 - METRICS["wait"]
    for wait, stop in naps([item for item in items if isinstance(item, Wait)], x, end):
        wide = x(stop) - x(wait.start)
        if wide >= 1:
            words = escape(f"waits: {wait.reason}, {seconds(stop - wait.start)}")
            place = f'x="{x(wait.start):.1f}" y="{y:g}" width="{wide:.1f}" height="{METRICS["wait"]}"'
            parts.append(f'<rect class="wait" {place}><title>{words}</title></rect>')
    return "".join(parts)


def _marks(items: Sequence[Item], row: Row, x: Scale) -> str:
    parts, bottom = [], row.y + row.height - 3
    for mark in (item for item in items if isinstance(item, Mark)):
        place, wide = x(mark.start), x(mark.end or mark.start) - x(mark.start)
        shape = f"M{place:.1f} {bottom - 7:g}h{wide:.1f}l3.5 3.5-3.5 3.5h-{wide:.1f}l-3.5-3.5z"
        kind = mark.kind if mark.kind == "callback" else f"mark {mark.kind}"
        parts.append(f'<path class="{kind}" d="{shape}"><title>{escape(f"{mark.kind}: {mark.label}")}</title></path>')
    return "".join(parts)


def _queue(steps: list[Step], row: Row, x: Scale, end: float) -> str:
    found = levels(steps)
    if not found:
        return ""
    top = max(length for _, length in found) or 1
    floor = row.y + row.height - 3
    path = f"M{x(found[0][0]):.1f} {floor:g}"
    for time, length in found:
        path += f"H{x(time):.1f}V{floor - (row.height - 8) * length / top:.1f}"
    longest = f'<text x="4" y="{floor - 2:g}" font-size="9" opacity=".7">at most {top}</text>'
    return f'{longest}<path class="queue" d="{path}H{x(end):.1f}V{floor:g}z"><title>queue, at most {top}</title></path>'
