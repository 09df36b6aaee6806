from servers_page import OURS, PEER, C, page
from side_by_side import Ratio

from course.crowd import Comparison
from course.crowd.row import Row

ROWS = (
    Row(C, 10, 10, 1000.0, 0.1, 0.2),
    Row(OURS, 10, 10, 455.0, 0.1, 0.2, 9000.0),
    Row(PEER, 10, 10, 500.0, 0.1, 0.2),
    Row(OURS, 400, 3, note="397 clients: no answer."),
)


def lines(rows: tuple[Row, ...] = ROWS) -> list[str]:
    return page(Comparison(rows), {10: Ratio(0.912, 0.987), 400: None}, "- the memory", "a machine").splitlines()


def table_of(found: list[str]) -> list[str]:
    """The lines of the first table."""
    start = next(number for number, line in enumerate(found) if line.startswith("|"))
    return found[start : found.index("", start)]


def test_each_row_has_its_share_of_the_possible() -> None:
    table = table_of(lines())
    assert [row.split("|")[5].strip() for row in table[2:]] == ["100%", "46%", "50%", "\N{EN DASH}"]
    assert table[-1].endswith("397 clients: no answer. |")
    assert len({row.count("|") for row in table}) == 1


def test_without_the_one_in_c_there_is_no_share() -> None:
    table = table_of(lines(ROWS[1:]))
    assert {row.split("|")[5].strip() for row in table[2:]} == {"\N{EN DASH}"}


def test_ratios_machine_and_memory_are_told() -> None:
    text = "\n".join(lines())
    assert "| 10 | 91% | 99% |\n| 400 | \N{EN DASH} | \N{EN DASH} |" in text
    assert "Measured on a machine." in text
    assert "- the memory" in text
