from course.mutants import pools as versions
from course.probes.judged_check import judge_check


def test_coming_back_accepts_raising_or_false_rejects() -> None:
    def rejects(version: object) -> None:
        raise AssertionError("wrong order")

    assert judge_check(lambda version: None, versions.with_map).accepted
    assert judge_check(lambda version: False, versions.with_map).rejected
    verdict = judge_check(rejects, versions.one_worker)
    assert verdict.rejected
    assert "one_worker" in verdict.story
    assert "wrong order" in verdict.story


def test_no_answer_neither_accepts_nor_rejects() -> None:
    def check(version: object) -> None:
        raise NotImplementedError

    verdict = judge_check(check, versions.with_map)
    assert not verdict.accepted
    assert not verdict.rejected
    assert verdict.story == "`check` has no answer yet."
