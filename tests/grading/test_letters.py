"""An order comes out as it went in, and says nothing to whoever has no key."""

import pytest

from course.grading.letters import KEY, open_letter, seal_letter

KEYS = bytes(range(KEY)), bytes(KEY)
ORDER = {"cell": "assert task(3) == 'é\n'", "kind": "test", "token": "9f"}


def test_an_order_comes_out_as_it_went_in() -> None:
    for number in (0, 1, 2**40):
        line = seal_letter(KEYS[0], number, ORDER)
        assert line.endswith(b"\n")
        assert line.count(b"\n") == 1
        assert open_letter(KEYS[0], number, line) == ORDER


@pytest.mark.parametrize(("key", "number"), [(KEYS[1], 7), (KEYS[0], 8)])
def test_another_key_or_another_number_opens_nothing(key: bytes, number: int) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (JSON's, Unicode's or ours)
        open_letter(key, number, seal_letter(KEYS[0], 7, ORDER))


def test_the_same_order_looks_different_each_time() -> None:
    assert seal_letter(KEYS[0], 1, ORDER) != seal_letter(KEYS[0], 2, ORDER)


def test_what_is_no_order_is_refused() -> None:
    with pytest.raises(ValueError, match="not an order"):
        open_letter(KEYS[0], 0, seal_letter(KEYS[0], 0, [1, 2]))  # type: ignore[arg-type]
