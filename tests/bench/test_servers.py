"""Every server of the benchmark answers a small crowd, with solutions as simple as the contract allows."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from one_server import SERVERS
from servers import _compiled, _in_process, _keep_best
from servers_page import C
from side_by_side import ratio

from course.crowd.measure import measure
from course.crowd.row import Row
from tests.tiny_course import ROOT

CELLS = [
    "import selectors, socket, threading\nfrom concurrent.futures import ThreadPoolExecutor",
    """
def talk(conn):
    with conn:
        while data := conn.recv(1024):
            conn.sendall(data.upper())
""",
    """
def serve(server, spawn, talk):
    while True:
        spawn(talk, server.accept()[0])
""",
    """
def start(talk):
    server = socket.create_server(("127.0.0.1", 0))
    spawn = lambda f, conn: threading.Thread(target=f, args=(conn,), daemon=True).start()
    threading.Thread(target=serve, args=(server, spawn, talk), daemon=True).start()
    return server.getsockname(), server.close
""",
    """
def communicate(server, max_workers):
    pool = ThreadPoolExecutor(max_workers)
    pool.submit(serve, server, pool.submit, talk)
    return pool
""",
]


@pytest.mark.parametrize("name", SERVERS)
def test_it_answers_and_ends(name: str) -> None:
    command = [sys.executable, str(ROOT / "bench/one_server.py"), name, "100"]
    row = measure(name, _in_process(command, json.dumps(CELLS) + "\n"), 5, messages=2)
    assert (row.answered, row.note, row.shared) == (5, "", False)


def test_the_one_in_c_answers_too_where_there_is_a_compiler(tmp_path: Path) -> None:
    compiled = _compiled(tmp_path)
    assert list(compiled) == ([C] if shutil.which("cc") else [])
    assert [measure(name, server, 5, messages=2).answered for name, server in compiled.items()] == [5] * len(compiled)


def test_without_a_compiler_the_reason_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("servers.shutil.which", lambda name: None)
    assert _compiled(tmp_path) == {}
    assert "No C compiler" in capsys.readouterr().err


def test_two_of_a_kind_do_about_the_same_work() -> None:
    command = [sys.executable, str(ROOT / "bench/one_server.py"), "greenlets", "100"]
    server = _in_process(command, json.dumps(CELLS) + "\n")
    found = ratio(server, server, clients=5, messages=1000, rounds=3)
    assert found is not None
    assert 0.2 < found.work < 5
    assert found.rate > 0


def test_the_better_of_two_measurements_is_kept() -> None:
    slow, failed, fast, other = Row("c", 10, 10, 5.0), Row("c", 10), Row("c", 10, 10, 7.0), Row("c", 100, 100, 1.0)
    rows: list[Row] = []
    for row in (slow, failed, fast, other):
        _keep_best(rows, row)
    assert rows == [fast, other]


def test_a_server_that_breaks_has_a_row_that_says_so() -> None:
    row = measure("broken", _in_process([sys.executable, "-c", "raise SystemExit(3)"], ""), 5)
    assert row.note == "It did not start: RuntimeError: the server ended with code 3."
