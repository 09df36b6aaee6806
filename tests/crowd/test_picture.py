import re
from xml.etree import ElementTree

from course.crowd.picture import COLOURS, picture
from course.crowd.row import Row

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    Row("threads", 10, 10, 5000.0, 0.001, 0.002),
    Row("threads", 400, 400, 1000.0, 0.01, 0.2),
    Row("<pool> & co", 10, 10, 2500.0, 0.001, 0.02),
    Row("<pool> & co", 400, 3, note="397 clients: no answer"),
]


def drawn(rows: list[Row]) -> ElementTree.Element:
    return ElementTree.fromstring(picture(rows))


def lines(rows: list[Row]) -> list[list[tuple[float, float]]]:
    """The points of each line, panel by panel, server by server."""
    found = [line.get("points", "") for line in drawn(rows).iter(f"{SVG}polyline")]
    return [[(float(x), float(y)) for x, y in (point.split(",") for point in points.split())] for points in found]


def texts(rows: list[Row]) -> list[str]:
    return [element.text or "" for element in drawn(rows).iter(f"{SVG}text")]


def test_each_server_has_a_line_in_each_panel() -> None:
    assert [len(points) for points in lines(ROWS)] == [2, 1, 2, 1]


def test_more_is_higher_and_more_clients_are_further_right() -> None:
    (ten, four_hundred), (pool,), (fast, slow), (middle,) = lines(ROWS)
    assert ten[0] == pool[0] < four_hundred[0]
    assert ten[1] < pool[1] < four_hundred[1]
    assert fast[1] > middle[1] > slow[1]  # latency, and y grows downwards


def test_half_as_many_requests_are_half_as_high() -> None:
    (ten, _), (pool,), *_ = lines(ROWS)
    bottom = max(float(line.get("y1", 0)) for line in drawn(ROWS).iter(f"{SVG}line"))
    assert abs((bottom - pool[1]) * 2 - (bottom - ten[1])) < 1


def test_names_are_escaped_and_axes_labelled() -> None:
    shown = texts(ROWS)
    assert "<pool> & co" in shown
    assert shown.count("clients") == 2
    assert "requests per second" in shown
    assert "99 % of the answers within (ms)" in shown
    assert {"0", "5,000", "10", "400"} <= set(shown)


def test_it_can_be_read_aloud() -> None:
    root = drawn(ROWS)
    assert root.get("role") == "img"
    assert "threads with 400 clients: 1,000 a second" in str(root.get("aria-label"))


def test_nothing_measured_is_still_a_picture() -> None:
    assert [len(points) for points in lines([Row("threads", 10, note="It did not start.")])] == [0, 0]
    assert lines([]) == []


def test_one_size_is_a_point() -> None:
    (rate,), (late,) = lines(ROWS[:1])
    assert rate[0] > 0
    assert late[0] > 0


def test_more_servers_than_colours_are_drawn_too() -> None:
    rows = [Row(f"server {number}", 10, 10, 1.0, 0.1, 0.1) for number in range(len(COLOURS) + 3)]
    assert len(lines(rows)) == 2 * len(rows)
    root = drawn(rows)
    assert float(str(root.get("height"))) > float(str(drawn(rows[:1]).get("height")))  # the legend needs more lines


def test_ink_follows_the_theme() -> None:
    text = picture(ROWS)
    assert "var(--jp-content-font-color1" in text
    assert re.search(r"prefers-color-scheme: dark", text)
