from servers_page import OURS, PEER, C, page

from course.crowd import Comparison
from course.crowd.row import Row

ROWS = (
    Row(C, 10, 10, 1000.0, 0.1, 0.2),
    Row(OURS, 10, 10, 455.0, 0.1, 0.2, 9000.0),
    Row(PEER, 10, 10, 500.0, 0.1, 0.2),
    Row(OURS, 400, 3, note="397 clients: no answer."),
)


def lines(rows: tuple[Row, ...] = ROWS) -> list[str]:
    return page(Comparison(rows), {10: 0.912, 400: None}, "- the memory", "a machine").splitlines()


def test_each_row_has_its_share_of_the_possible() -> None:
    table = [line for line in lines() if line.startswith("|")]
    assert [row.split("|")[5].strip() for row in table[2:]] == ["100%", "46%", "50%", "\N{EN DASH}"]
    assert table[-1].endswith("397 clients: no answer. |")
    assert len({row.count("|") for row in table}) == 1


def test_without_the_one_in_c_there_is_no_share() -> None:
    table = [line for line in lines(ROWS[1:]) if line.startswith("|")]
    assert {row.split("|")[5].strip() for row in table[2:]} == {"\N{EN DASH}"}


def test_ratios_machine_and_memory_are_told() -> None:
    text = "\n".join(lines())
    assert "91% with 10 clients, \N{EN DASH} with 400 clients" in text
    assert "Measured on a machine." in text
    assert "- the memory" in text
