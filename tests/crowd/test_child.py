import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any

import psutil
import pytest

from course.crowd import Crowd, crowd
from course.crowd.counts import CLOSED, CONNECTED, TALKED, Counts
from course.errors import CourseError
from tests.crowd import servers
from tests.crowd.servers import GUARD, never_accepts, nobody_listens, serving


def children() -> list[psutil.Process]:
    return [process for process in psutil.Process().children() if "course.crowd.client" in process.cmdline()]


@pytest.fixture(autouse=True)
def _nobody_left() -> Any:
    yield
    assert children() == []


def test_wait_brings_the_counts_of_all() -> None:
    with serving(servers.answers_once_all_are_in(50)) as address:
        counts = Crowd(address, 50, messages=2).start().wait()
    assert (counts.connected, counts.answered, counts.requests, counts.failed) == (50, 50, 100, {})
    assert counts.per_second > 0


def test_a_watcher_sees_each_phase_from_another_thread() -> None:
    seen: list[tuple[str, int]] = []
    with serving(servers.echo) as address:
        visitors = Crowd(address, 5, watch=lambda counts: seen.append((counts.phase, threading.get_ident()))).start()
        visitors.wait()
    phases = list(dict.fromkeys(phase for phase, _ in seen))
    assert phases == ["connecting", "connected", "talking", "talked", "closed"]
    assert threading.get_ident() not in {thread for _, thread in seen}


def test_in_the_block_all_are_connected_and_silent_until_told() -> None:
    with serving(servers.echo) as address:
        with crowd(address, 20, messages=2) as visitors:
            assert (visitors.counts.phase, visitors.counts.connected) == (CONNECTED, 20)
            assert visitors.counts.requests == 0
            assert visitors.talk().answered == 20
            assert not visitors.ended
        assert visitors.ended
        assert visitors.counts.phase == CLOSED


def test_each_talk_is_counted_alone() -> None:
    with serving(servers.echo) as address, crowd(address, 10, messages=3) as visitors:
        talks = [visitors.talk() for _ in range(20)]
    assert [(counts.talks, counts.answered, counts.requests) for counts in talks] == [(n, 10, 30) for n in range(1, 21)]


def test_a_late_repetition_of_the_last_talk_does_not_end_the_next() -> None:
    visitors = Crowd(("127.0.0.1", 1))
    process: Any = Said()
    first, second = visitors._talk(process), visitors._talk(process)
    visitors._seen(Counts(TALKED, talks=1))
    visitors._seen(Counts(TALKED, talks=1))
    assert (first.is_set, second.is_set) == (True, False)
    assert process.words == ["talk", "talk"]


class Said:
    """A process that only listens."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def tell(self, word: str) -> None:
        self.words.append(word)


def test_waiting_for_a_crowd_on_hold_lets_it_talk() -> None:
    with serving(servers.echo) as address:
        assert Crowd(address, 5).start(hold=True).wait().answered == 5


def test_once_closed_nobody_talks_and_nobody_waits() -> None:
    with serving(servers.echo) as address:
        with crowd(address, 5) as visitors:
            pass
        assert visitors.talk().phase == CLOSED
        assert visitors.wait().answered == 0


def test_stop_ends_it_in_the_middle_of_a_talk() -> None:
    asked = threading.Event()

    def talk(conn: Any) -> None:
        conn.recv(1024)
        asked.set()
        conn.recv(1024)

    with serving(talk) as address:
        visitors = Crowd(address, 5).start()
        assert asked.wait(GUARD)
        visitors.stop()
        visitors.stop()
    assert (visitors.counts.phase, visitors.counts.failed) == (CLOSED, {})


def test_one_that_does_not_listen_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.crowd.child.GRACE", 0.1)
    with serving(servers.silent) as address, crowd(address, 5) as visitors:
        (child,) = children()
        os.kill(child.pid, signal.SIGSTOP)
        visitors.stop()
        assert visitors.ended


def test_it_ends_with_its_parent() -> None:
    code = (
        "import os, sys; from course.crowd import Crowd\n"
        "crowd = Crowd((sys.argv[1], int(sys.argv[2])), 5).start(hold=True); crowd.wait_connected()\n"
        "import psutil; print(psutil.Process().children()[0].pid, flush=True); os._exit(0)"
    )
    with serving(servers.echo) as (host, port):
        ran = subprocess.run([sys.executable, "-c", code, host, str(port)], capture_output=True, text=True, timeout=60)
        with suppress(psutil.NoSuchProcess):
            psutil.Process(int(ran.stdout)).wait(GUARD)


def test_an_interrupt_of_the_waiting_calls_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(servers.silent) as address:
        visitors = Crowd(address, 5).start()
        monkeypatch.setattr(visitors._talked[0], "wait", interrupted)
        with pytest.raises(KeyboardInterrupt):
            visitors.wait()
    assert visitors.ended


def interrupted() -> bool:
    raise KeyboardInterrupt


def test_refused_connections_are_counts_not_errors() -> None:
    with nobody_listens() as address:
        assert Crowd(address, 5).start().wait().failed == {"connection refused": 5}


def test_in_the_backlog_all_are_connected() -> None:
    with never_accepts(backlog=5) as server, crowd(server.getsockname(), 5) as visitors:
        assert visitors.counts.connected == 5


def test_a_rush_is_passed_on() -> None:
    with serving(servers.echo) as address:
        visitors = Crowd(address, 5, rush=True).start(hold=True)
        assert "--rush" in children()[0].cmdline()
        assert visitors.wait().answered == 5


def test_the_idle_share_stays_silent() -> None:
    with serving(servers.echo) as address:
        counts = Crowd(address, 10, messages=1, idle=0.3).start().wait()
    assert (counts.connected, counts.answered, counts.requests) == (10, 7, 7)


def test_more_than_the_machine_holds_is_a_sentence_before_anything_starts() -> None:
    with pytest.raises(CourseError, match="need 100000100 descriptors in each process"):
        Crowd(("127.0.0.1", 9), 100_000_000).start()


def test_what_the_child_complains_of_reaches_whoever_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.crowd.child.allow_descriptors", lambda n: None)
    with pytest.raises(CourseError, match=r"^100000000 connections need"):
        Crowd(("127.0.0.1", 9), 100_000_000).start().wait()


def test_a_crash_of_the_child_is_a_bug_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.crowd.child.CLIENT", "course.crowd.no_such_module")
    with pytest.raises(RuntimeError, match="No module named"):
        Crowd(("127.0.0.1", 9)).start().wait()


def test_what_a_watcher_raises_reaches_whoever_waits() -> None:
    def watch(counts: Counts) -> None:
        raise ValueError("no")

    with serving(servers.echo) as address, pytest.raises(ValueError, match="no"):
        Crowd(address, 5, watch=watch).start().wait()


def test_a_crowd_is_started_once() -> None:
    with serving(servers.echo) as address:
        visitors = Crowd(address, 5).start()
        with pytest.raises(CourseError, match="already"):
            visitors.start()
        visitors.wait()


def test_waiting_for_a_crowd_that_was_not_started_is_a_sentence() -> None:
    for wait in (Crowd(("127.0.0.1", 9)).wait, Crowd(("127.0.0.1", 9)).talk, Crowd(("127.0.0.1", 9)).wait_connected):
        with pytest.raises(CourseError, match="start"):
            wait()
    Crowd(("127.0.0.1", 9)).stop()


@pytest.mark.parametrize(
    "wrong",
    ["n=0", "n=2.5", "n=True", "n='9'", "messages=-1", "idle=1.5", "idle=None", "idle=nan", "limit='1'", "limit=inf"],
)
def test_numbers_that_make_no_crowd_are_named(wrong: str) -> None:
    name, value = wrong.split("=")
    with pytest.raises(CourseError, match=f"^{wrong} makes no crowd"):
        Crowd(("127.0.0.1", 9), **{name: eval(value, {"nan": float("nan"), "inf": float("inf")})})
