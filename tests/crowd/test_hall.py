import socket
import sys
import threading
from typing import Any

import pytest

from course.crowd.counts import CLOSED, CONNECTED, CONNECTING, TALKED, TALKING, Counts
from course.crowd.hall import Hall, Visit
from tests.crowd import servers
from tests.crowd.servers import GUARD, Address, Talk, nobody_listens, serving


def visit(address: Address, n: int = 5, messages: int = 3, idle: float = 0.0, limit: float = 10.0) -> list[Counts]:
    """All reports of a crowd in this thread."""
    reports: list[Counts] = []
    hall = Hall(Visit(*address, n, messages, idle, limit), reports.append)
    hall.connect()
    hall.talk()
    hall.close()
    return reports


def visited(talk: Talk, **options: Any) -> Counts:
    """The last report of a crowd that visited such a server."""
    with serving(talk) as address:
        return visit(address, **options)[-1]


def test_all_get_all_answers() -> None:
    counts = visited(servers.echo)
    assert (counts.connected, counts.answered, counts.requests, counts.failed) == (5, 5, 15, {})
    assert counts.p50 is not None
    assert counts.p99 is not None
    assert 0 < counts.p50 <= counts.p99 <= counts.seconds_talk


def test_each_phase_is_reported() -> None:
    with serving(servers.echo) as address:
        phases = [counts.phase for counts in visit(address)]
    assert phases == [CONNECTING, CONNECTED, TALKING, TALKED, CLOSED]


def test_all_are_connected_together() -> None:
    assert visited(servers.answers_once_all_are_in(40), n=40).answered == 40


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how full a backlog is")
def test_whoever_is_connected_is_in_the_server_s_books_though_the_backlog_is_small() -> None:
    accepted = threading.Semaphore(0)

    def talk(conn: socket.socket) -> None:
        accepted.release()
        conn.recv(1024)

    with serving(talk, backlog=3) as address:
        hall = Hall(Visit(*address, 100, 1, 0.0, 30.0), lambda counts: None)
        hall.connect()
        assert hall.counts().connected == 100
        assert all(accepted.acquire(timeout=GUARD) for _ in range(100))
        hall.close()


def test_in_a_rush_nobody_looks_whether_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(self: object, most: int, under_way: int) -> int:
        raise AssertionError

    monkeypatch.setattr("course.crowd.pace.Pace.room", no_room)
    with serving(servers.echo) as address:
        hall = Hall(Visit(*address, 5, 1, 0.0, 10.0, rush=True), lambda counts: None)
        hall.connect()
        assert hall.counts().connected == 5
        hall.close()


def test_an_answer_may_come_in_pieces() -> None:
    assert visited(servers.one_byte_at_a_time, messages=2).answered == 5


@pytest.mark.parametrize(
    ("talk", "reason"),
    [
        (servers.lower_case, "wrong answer"),
        (servers.hangs_up, "closed by the server"),
        (servers.resets, "connection reset"),
    ],
)
def test_a_failure_has_a_reason(talk: Talk, reason: str) -> None:
    counts = visited(talk)
    assert (counts.connected, counts.answered, counts.failed) == (5, 0, {reason: 5})


def test_an_answer_to_nothing_is_a_failure() -> None:
    told = threading.Semaphore(0)

    def talk(conn: socket.socket) -> None:
        conn.sendall(b"WELCOME\n")
        told.release()
        conn.recv(1024)

    with serving(talk) as address:
        reports: list[Counts] = []
        hall = Hall(Visit(*address, 1, 1, 0.0, 10.0), reports.append)
        hall.connect()
        assert told.acquire(timeout=10)
        hall.wait(lambda: bool(hall.counts().failed))
        hall.close()
    assert reports[-1].failed == {"an answer to nothing": 1}
    assert reports[-1].connected == 0


def test_where_nobody_listens_all_are_refused() -> None:
    with nobody_listens() as address:
        counts = visit(address)[-1]
    assert (counts.connected, counts.answered, counts.failed) == (0, 0, {"connection refused": 5})


def test_who_gets_no_answer_is_told_after_the_limit() -> None:
    counts = visited(servers.silent, n=2, limit=0.3)
    assert (counts.connected, counts.answered, counts.failed) == (2, 0, {"no answer before the limit of 0.3 s": 2})


def test_the_first_ones_stay_silent() -> None:
    heard: set[bytes] = set()

    def talk(conn: socket.socket) -> None:
        while data := conn.recv(1024):
            heard.add(b" ".join(data.split()[:2]))
            conn.sendall(data.upper())

    counts = visited(talk, n=4, idle=0.5)
    assert heard == {b"client 2", b"client 3"}
    assert (counts.connected, counts.answered, counts.requests) == (4, 2, 6)


def test_everybody_may_be_silent_and_nothing_may_be_said() -> None:
    assert visited(servers.echo, idle=1.0).answered == 0
    counts = visited(servers.echo, messages=0)
    assert (counts.answered, counts.requests, counts.p50) == (5, 0, None)


def test_a_second_talk_starts_its_counts_anew() -> None:
    with serving(servers.echo) as address:
        reports: list[Counts] = []
        hall = Hall(Visit(*address, 5, 3, 0.0, 10.0), reports.append)
        hall.connect()
        hall.talk()
        hall.talk()
        hall.close()
    talked = [counts for counts in reports if counts.phase == TALKED]
    assert [(counts.talks, counts.answered, counts.requests) for counts in talked] == [(1, 5, 15), (2, 5, 15)]


def test_whoever_was_lost_does_not_talk_again() -> None:
    with serving(servers.hangs_up) as address:
        reports: list[Counts] = []
        hall = Hall(Visit(*address, 3, 1, 0.0, 10.0), reports.append)
        hall.connect()
        hall.talk()
        hall.talk()
        hall.close()
    assert reports[-1].failed == {"closed by the server": 3}


def test_leaving_ends_a_talk_at_once_and_blames_nobody() -> None:
    with serving(servers.silent) as address:
        reports: list[Counts] = []
        inside, outside = socket.socketpair()
        hall = Hall(Visit(*address, 3, 1, 0.0, 60.0), reports.append)
        hall.call_when_readable(inside, lambda: setattr(hall, "left", bool(inside.recv(1))))
        hall.connect()
        outside.send(b"!")
        hall.talk()
        hall.close()
        inside.close()
        outside.close()
    assert (reports[-1].phase, reports[-1].failed) == (CLOSED, {})


def test_whoever_is_lost_before_its_turn_to_talk_fails_like_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.crowd.hall.BURST", 1)
    reports: list[Counts] = []
    inside, outside = socket.socketpair()
    with servers.never_accepts(backlog=3) as server, inside, outside:
        hall = Hall(Visit(*server.getsockname(), 3, 1, 0.0, 10.0), reports.append)
        hall.connect()
        conns = [server.accept()[0] for _ in range(3)]

        def close_all() -> None:
            inside.recv(1)
            for conn in conns:
                conn.close()

        hall.call_when_readable(inside, close_all)
        outside.send(b"!")
        hall.talk()  # looks around after the first client's start, when all are closed, and sees it after the second's
        hall.close()
    assert sum(reports[-1].failed.values()) == 3
