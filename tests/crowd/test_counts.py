import pytest

from course.crowd.counts import CONNECTED, CONNECTING, TALKED, Counts, milliseconds, percentile, read_line


def test_a_line_says_all() -> None:
    counts = Counts(TALKED, 5, 5, 3, {"wrong answer": 2}, 9, 0.001, 0.002, 0.1, 0.5, 1)
    assert read_line(counts.line()) == counts


@pytest.mark.parametrize("line", ["", "Traceback (most recent call last):", "[1]", '{"no": "field"}', "3"])
def test_what_is_no_record_is_none(line: str) -> None:
    assert read_line(line) is None


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([], 0.5, None), ([7.0], 0.99, 7.0), ([1.0, 2.0], 0.5, 1.0), ([1.0, 2.0, 3.0], 0.5, 2.0), ([1.0, 2.0], 0.99, 2.0)],
)
def test_percentiles_of_few(values: list[float], share: float, expected: float | None) -> None:
    assert percentile(values, share) == expected


def test_percentiles_of_a_hundred() -> None:
    values = [float(n) for n in range(1, 101)]
    assert [percentile(values, share) for share in (0, 0.01, 0.5, 0.99, 1)] == [1, 1, 50, 99, 100]


def test_requests_a_second_are_those_of_the_talk() -> None:
    assert Counts(requests=10, seconds_connect=9, seconds_talk=2).per_second == 5
    assert Counts().per_second == 0


def test_the_sentence_grows_with_the_visit() -> None:
    assert str(Counts(CONNECTING, 5, 2)) == "2 of 5 clients connected in 0.00 s."
    assert str(Counts(CONNECTED, 5, 5, seconds_connect=0.5)) == "5 of 5 clients connected in 0.50 s."
    assert str(Counts(TALKED, 5, 5, 3, {"wrong answer": 2}, 9, 0.001, 0.2, 0.5, 2)) == (
        "5 of 5 clients connected in 0.50 s; 3 got all their answers: 9 requests in 2.00 s, 4 a second, "
        "half within 1 ms, 99 % within 200 ms; 2 failed: wrong answer."
    )


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.00001234, "0.0123 ms"), (0.0123, "12.3 ms"), (1.5, "1,500 ms"), (0.1, "100 ms")]
)
def test_milliseconds(seconds: float, text: str) -> None:
    assert milliseconds(seconds) == text
