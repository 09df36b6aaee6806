from pathlib import Path
from types import SimpleNamespace

import pytest

from course.crowd import limits
from course.crowd.limits import SPARE, allow_descriptors, sources
from course.errors import CourseError

INFINITE = -1


class FakeResource(SimpleNamespace):
    """`resource` with limits of its own."""

    RLIMIT_NOFILE, RLIM_INFINITY = 7, INFINITE

    def getrlimit(self, which: int) -> tuple[int, int]:
        assert which == self.RLIMIT_NOFILE
        return self.limits

    def setrlimit(self, which: int, wanted: tuple[int, int]) -> None:
        assert which == self.RLIMIT_NOFILE
        self.limits = wanted


def after(monkeypatch: pytest.MonkeyPatch, soft: int, hard: int, n: int) -> tuple[int, int]:
    """The limits when `n` connections have been asked for."""
    fake = FakeResource(limits=(soft, hard))
    monkeypatch.setattr(limits, "resource", fake)
    allow_descriptors(n)
    return fake.limits


def test_the_soft_limit_is_raised_to_the_hard_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert after(monkeypatch, 1024, 20_000, 10_000) == (20_000, 20_000)


@pytest.mark.parametrize(("soft", "hard"), [(20_000, 30_000), (INFINITE, INFINITE)])
def test_what_is_enough_stays(monkeypatch: pytest.MonkeyPatch, soft: int, hard: int) -> None:
    assert after(monkeypatch, soft, hard, 10_000) == (soft, hard)


def test_without_a_hard_limit_it_is_raised_to_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert after(monkeypatch, 1024, INFINITE, 10_000) == (10_000 + SPARE, INFINITE)


def test_too_many_are_told_how_many_would_do(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CourseError, match=r"need 10100 descriptors .* allows 4096 .* ask for at most 3996,"):
        after(monkeypatch, 1024, 4096, 10_000)
    assert after(monkeypatch, 1024, 4096, 3996) == (4096, 4096)


def test_without_such_limits_few_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "resource", None)
    allow_descriptors(500)
    with pytest.raises(CourseError, match="500"):
        allow_descriptors(501)


def test_few_clients_come_from_wherever_the_system_likes() -> None:
    assert sources("127.0.0.1", 10_000) == [None]


@pytest.mark.skipif(limits.sys.platform != "linux", reason="other systems have one loopback address")
def test_many_clients_come_from_several_addresses() -> None:
    assert sources("127.0.0.1", 19_000) == ["127.0.0.1", "127.0.0.2"]
    assert sources("127.0.0.1", 30_001) == [f"127.0.0.{x}" for x in (1, 2, 3, 4)]


def test_where_there_is_one_address_its_ports_are_the_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ports = tmp_path / "range"
    ports.write_text("32768\t60999\n")
    monkeypatch.setattr(limits, "PORT_RANGE", ports)
    assert sources("::1", 28_232) == [None]
    with pytest.raises(CourseError, match="28233 ports, and there are 28232"):
        sources("::1", 28_233)


def test_where_the_range_is_not_told_it_is_the_standard_s(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(limits, "PORT_RANGE", tmp_path / "missing")
    with pytest.raises(CourseError, match="there are 16384"):
        sources("::1", 20_000)
