"""Programs put together from lines, run as scripts of their own."""

from course.probes.script import watch_script

LINES = ["log.append(1)", "1 / 0", "log.append(two)", "two = 2"]


def test_the_log_at_the_end() -> None:
    found = watch_script(LINES, "ADC")
    assert (found.returned, found.log) == (True, ["1", "2"])


def test_a_program_that_fails_is_told_with_what_it_did() -> None:
    found = watch_script(LINES, "AB")
    assert (found.returned, found.log) == (False, ["1"])
    assert found.story == "Your program stopped with ZeroDivisionError: division by zero."


def test_letters_that_make_no_program() -> None:
    assert watch_script(LINES, "AX").story == "There is no line 'X': the lines are A to D."


def test_a_program_that_prints_or_exits_is_told_all_the_same() -> None:
    assert (
        watch_script(["print('hi')", "raise SystemExit(3)"], "AB").story == "Your program stopped with SystemExit: 3."
    )
