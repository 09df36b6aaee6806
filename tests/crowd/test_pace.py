import pytest

from course.crowd.pace import Pace

Queue = tuple[int, int] | None


def pace(monkeypatch: pytest.MonkeyPatch, *queues: Queue) -> Pace:
    """A pace that sees these queues, one after the other."""
    left = list(queues)
    monkeypatch.setattr("course.crowd.pace.listen_queue", lambda port, ipv6: left.pop(0))
    return Pace(80, False)


@pytest.mark.parametrize(
    ("waiting", "size", "room"), [(0, 512, 100), (0, 5, 3), (4, 5, 1), (5, 5, 1), (6, 5, 0), (9, 5, 0), (0, 0, 1)]
)
def test_half_of_the_free_room_is_used(monkeypatch: pytest.MonkeyPatch, waiting: int, size: int, room: int) -> None:
    assert pace(monkeypatch, (waiting, size)).room(100, 0) == room


@pytest.mark.parametrize(("under_way", "room"), [(0, 3), (2, 1), (3, 0), (9, 0)])
def test_who_has_knocked_already_takes_room(monkeypatch: pytest.MonkeyPatch, under_way: int, room: int) -> None:
    assert pace(monkeypatch, (0, 5)).room(100, under_way) == room


def test_where_the_system_does_not_tell_all_may_knock(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pace(monkeypatch, None).room(100, 0) == 100


def test_where_nobody_accepts_waiting_is_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("course.crowd.pace.perf_counter", lambda: now)
    full = pace(monkeypatch, (6, 5), (6, 5), (6, 5), (5, 5), (6, 5))
    rooms = []
    for now in (1.0, 1.9, 2.1, 2.2, 3.0):  # noqa: B007  (what the clock shows)
        rooms.append(full.room(100, 0))
    assert rooms == [0, 0, 100, 1, 0]
