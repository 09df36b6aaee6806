import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import pytest

from course.crowd.measure import ENOUGH, _settled, measure
from course.errors import CourseError
from tests.crowd import servers
from tests.crowd.servers import GUARD, Talk, nobody_listens, serving

CHILD = """
import socket, threading
server = socket.create_server(("127.0.0.1", 0), backlog=512)
print(server.getsockname()[1], flush=True)

def talk(conn):
    mine = bytearray(b"x" * 100_000)
    while data := conn.recv(1024):
        conn.sendall(data.upper())

def serve():
    while True:
        threading.Thread(target=talk, args=(server.accept()[0],), daemon=True).start()

threading.Thread(target=serve, daemon=True).start()
input()
"""


class Started:
    """A server for `measure`, and how often it was stopped."""

    def __init__(self, talk: Talk) -> None:
        self._talk, self.stops = talk, 0

    def __call__(self) -> tuple[Any, Callable[[], object]]:
        with ExitStack() as stack:
            address = stack.enter_context(serving(self._talk))
            stack.callback(self._count)
            return address, stack.pop_all().close

    def _count(self) -> None:
        self.stops += 1


def test_a_good_server_has_all_numbers() -> None:
    server = Started(servers.echo)
    row = measure("threads", server, 10, messages=2)
    assert (row.server, row.clients, row.answered, row.note, server.stops) == ("threads", 10, 10, "", 1)
    assert row.per_second is not None
    assert row.per_second > 0
    assert row.p50 is not None
    assert row.p99 is not None
    assert row.p50 <= row.p99
    assert (row.memory, row.shared) == (None, True)  # too few to tell


def test_few_clients_send_many_messages() -> None:
    lines: list[int] = []

    def talk(conn: Any) -> None:
        while data := conn.recv(1024):
            lines.append(data.count(b"\n"))
            conn.sendall(data.upper())

    measure("threads", Started(talk), 3)
    assert ENOUGH <= sum(lines) < ENOUGH + 3


def test_rounds_are_talks_on_the_same_connections() -> None:
    conns, lines = [], []

    def talk(conn: Any) -> None:
        conns.append(conn)
        while data := conn.recv(1024):
            lines.append(data)
            conn.sendall(data.upper())

    measure("threads", Started(talk), 3, messages=2, rounds=4)
    assert (len(conns), len(lines)) == (3, 24)


def test_a_server_that_does_not_answer_has_a_sentence_and_no_rate() -> None:
    server = Started(servers.silent)
    row = measure("silent", server, 3, limit=0.3)
    assert (row.answered, row.per_second, row.p50, server.stops) == (0, None, None, 1)
    assert row.note == "3 clients: no answer before the limit of 0.3 s."


def test_a_server_that_does_not_start_has_a_sentence() -> None:
    def server() -> Any:
        raise OSError("the port is taken")

    row = measure("broken", server, 10)
    assert (row.answered, row.note) == (0, "It did not start: OSError: the port is taken.")


def test_an_address_without_a_server_has_one_too() -> None:
    with nobody_listens() as address:
        row = measure("nobody", lambda: (address, lambda: None), 4)
    assert row.note == "4 clients: connection refused."


def test_the_server_is_stopped_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Started(servers.echo)
    with pytest.raises(CourseError, match="descriptors"):
        measure("threads", server, 100_000_000)
    assert server.stops == 1


def test_memory_is_looked_at_when_it_has_stopped_growing(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [100, 200, 300, 300, 400]
    monkeypatch.setattr("course.crowd.measure.resident", lambda process: sizes.pop(0))
    assert (_settled(None), sizes) == (300, [400])  # type: ignore[arg-type]


def test_the_memory_of_idle_clients_is_that_of_the_server_s_own_process() -> None:
    def server() -> Any:
        child = subprocess.Popen([sys.executable, "-c", CHILD], stdin=-1, stdout=-1, text=True)
        assert child.stdout is not None
        return ("127.0.0.1", int(child.stdout.readline())), lambda: child.communicate("\n", timeout=GUARD)

    row = measure("greedy", server, 100, messages=1)
    assert not row.shared
    assert row.memory is not None
    assert 100_000 < row.memory < 200_000
