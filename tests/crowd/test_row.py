from course.crowd.row import HEADINGS, NONE, Row


def test_each_heading_has_a_cell() -> None:
    row = Row("threads", 2000, 2000, 12345.6, 0.00012, 0.0123, 9 * 1024)
    assert row.cells == ("threads", "2,000", "2,000", "12,346", "0.12", "12.3", "9.0")
    assert len(HEADINGS) == len(row.cells)


def test_what_is_missing_is_a_dash() -> None:
    assert Row("threads", 10).cells == ("threads", "10", "0", NONE, NONE, NONE, NONE)


def test_in_a_shared_process_memory_is_a_lower_bound() -> None:
    assert Row("threads", 100, memory=1536, shared=True).cells[-1] == "≥ 1.5"


def test_latencies_have_the_digits_that_help() -> None:
    assert [Row("x", 1, p50=seconds).cells[4] for seconds in (0.0000123, 0.00123, 0.1234, 12)] == [
        "0.01",
        "1.2",
        "123",
        "12,000",
    ]
