from collections.abc import Callable
from typing import Any

import pytest

from course.crowd import Comparison, compare
from course.crowd.row import NONE, Row
from course.errors import CourseError
from tests.crowd import servers
from tests.crowd.test_measure import Started

ROWS = (
    Row("threads", 10, 10, 5000.0, 0.001, 0.002, 2048.0),
    Row("<pool>", 10, 3, note="7 clients: no answer before the limit of 3 s."),
)


def test_every_server_meets_every_crowd_small_ones_first() -> None:
    seen: list[Row] = []
    started = {"a": Started(servers.echo), "b": Started(servers.echo)}
    found = compare(started, clients=(6, 3), messages=1, watch=seen.append)
    assert [(row.server, row.clients, row.answered) for row in found.rows] == [
        ("a", 3, 3),
        ("b", 3, 3),
        ("a", 6, 6),
        ("b", 6, 6),
    ]
    assert tuple(seen) == found.rows
    assert [server.stops for server in started.values()] == [2, 2]


def test_who_answered_nobody_is_not_visited_again() -> None:
    found = compare({"mute": Started(servers.hangs_up), "b": Started(servers.echo)}, clients=(3, 6), messages=1)
    assert [(row.server, row.clients, row.answered) for row in found.rows] == [("mute", 3, 0), ("b", 3, 3), ("b", 6, 6)]


def test_a_row_can_be_looked_up() -> None:
    assert Comparison(ROWS).row("<pool>", 10) is ROWS[1]
    with pytest.raises(KeyError):
        Comparison(ROWS).row("threads", 11)


def test_as_text_it_is_a_table() -> None:
    assert str(Comparison(ROWS)).replace(NONE, "-").splitlines() == [
        "server   clients  answered  requests/s  p50 ms  p99 ms  KB per idle client",
        "threads       10        10       5,000     1.0     2.0                 2.0",
        "<pool>        10         3           -       -       -                   -"
        "  7 clients: no answer before the limit of 3 s.",
    ]


def test_a_notebook_shows_table_and_picture() -> None:
    html = Comparison(ROWS)._repr_html_()
    assert "&lt;pool&gt;" in html
    assert "<pool>" not in html
    assert "<td>5,000</td>" in html
    assert "7 clients: no answer" in html
    assert Comparison(ROWS).svg in html


def test_more_clients_than_can_be_are_refused_before_anything_starts() -> None:
    server = Started(servers.echo)
    with pytest.raises(CourseError, match="ask for at most"):
        compare({"a": server}, clients=(3, 100_000_000))
    assert server.stops == 0


@pytest.mark.parametrize("wrong", [{}, {"threads": ("127.0.0.1", 80)}])
def test_what_is_no_server_is_explained(wrong: dict[str, Callable[[], Any]]) -> None:
    with pytest.raises(CourseError, match="Nothing to compare"):
        compare(wrong)
