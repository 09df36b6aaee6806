import traceback

from course.mutants import pools as versions
from course.probes.judged_check import Version, judge_check

RIGHT = (versions.with_map, versions.with_futures)


def test_coming_back_accepts_raising_or_false_rejects() -> None:
    def rejects(version: Version) -> None:
        version(abs, [], 1)
        raise AssertionError("wrong order")

    assert judge_check(lambda version: version(abs, [], 1) and None, versions.with_map).accepted
    assert judge_check(lambda version: version(abs, [], 1) != [], versions.with_map).rejected
    verdict = judge_check(rejects, versions.one_worker)
    assert verdict.rejected
    assert "one_worker" in verdict.story
    assert "wrong order" in verdict.story


def in_order(run_pool: Version) -> None:
    assert run_pool(abs, [3, -1, 2], 2) == [3, 1, 2]


def test_an_honest_check_is_of_one_mind() -> None:
    for _ in range(20):
        for right in RIGHT:
            assert judge_check(in_order, right).accepted
        assert judge_check(in_order, versions.sorted_values).rejected
        assert judge_check(in_order, lambda *args: versions.with_map(*args)[::-1]).rejected


def test_who_never_calls_a_version_judges_none() -> None:
    calls: list[object] = []

    def counts(version: object) -> bool:
        calls.append(version)
        return len(calls) % 4 in (1, 2)

    verdict = judge_check(counts, versions.with_map)
    assert not verdict.accepted
    assert not verdict.rejected
    assert "never called it" in verdict.story


def test_a_version_shows_nothing_but_what_it_does() -> None:
    def asks(version: Version) -> bool:
        in_order(version)
        return (version.__name__, version.__qualname__, version.__doc__) == ("version", "version", None)

    assert judge_check(asks, versions.with_map).accepted


def test_counting_calls_is_worth_nothing() -> None:
    """Here two right ones, and from then on the wrong ones: as they would come if nothing were mixed."""

    def passes() -> bool:
        calls: list[object] = []

        def counts(version: Version) -> bool:
            version(abs, [], 1)
            calls.append(version)
            return len(calls) <= 2

        verdicts = []
        for version in (*RIGHT, versions.sorted_values, versions.lost_error):
            verdict = judge_check(counts, version)
            verdicts.append(verdict.accepted if version in RIGHT else verdict.rejected)
        return all(verdicts)

    assert not any(passes() for _ in range(20))


def test_a_check_that_is_called_otherwise_each_time_is_the_same() -> None:
    class Check:
        calls = asked = 0

        @property
        def __name__(self) -> str:
            self.asked += 1
            return f"check_{self.asked}"

        def __call__(self, version: Version) -> bool:
            version(abs, [], 1)
            self.calls += 1
            return self.calls <= 2

    for _ in range(20):
        check, verdicts = Check(), []
        for version in (*RIGHT, versions.sorted_values, versions.lost_error):
            verdict = judge_check(check, version)
            verdicts.append(verdict.accepted if version in RIGHT else verdict.rejected)
        assert not all(verdicts)


def test_an_error_does_not_tell_where_it_comes_from() -> None:
    def burn(x: int) -> int:
        raise LookupError(x)

    def looks(version: Version) -> bool:
        try:
            version(burn, [1], 1)
        except LookupError as error:
            told = traceback.TracebackException.from_exception(error, capture_locals=True)
            return [entry.name for entry in told.stack] == ["looks", "handed"] and not told.__context__
        return False

    assert judge_check(looks, versions.with_futures).accepted


def test_the_stack_of_a_task_can_be_printed() -> None:
    def looks(version: Version) -> bool:
        lines: list[str] = []
        version(lambda x: lines.extend(traceback.format_stack()), [1], 1)
        return any('File "<version>", line None' in line or "<version>" in line for line in lines)

    assert judge_check(looks, lambda task, args, workers: [task(x) for x in args]).accepted


def test_no_answer_neither_accepts_nor_rejects() -> None:
    def check(version: object) -> None:
        raise NotImplementedError

    verdict = judge_check(check, versions.with_map)
    assert not verdict.accepted
    assert not verdict.rejected
    assert verdict.story == "`check` has no answer yet."
