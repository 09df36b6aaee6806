import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from course.grading.warm import WarmInterpreter


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmInterpreter]:
    with WarmInterpreter() as interpreter:
        yield interpreter


def kinds(outcomes: list[dict[str, str] | None]) -> list[str | None]:
    return [outcome and outcome["type"] for outcome in outcomes]


def test_cells_share_names_and_an_error_does_not_stop_the_next(warm: WarmInterpreter) -> None:
    outcomes = warm.run(["a = 1", "assert a == 2, 'a is not 2'", "assert a == 1", "def ("], 30)
    assert kinds(outcomes) == [None, "AssertionError", None, "SyntaxError"]
    assert outcomes[1] is not None
    assert outcomes[1]["text"] == "a is not 2"


def test_runs_share_nothing(warm: WarmInterpreter) -> None:
    warm.run(["import math; math.pi = 3; leftover = 1"], 30)
    assert kinds(warm.run(["import math; assert math.pi > 3.1", "leftover"], 30)) == [None, "NameError"]


@pytest.mark.parametrize("ends", ["os._exit(0)", "os.kill(os.getpid(), 9)", "import ctypes; ctypes.string_at(0)"])
def test_a_process_that_ends_is_told(warm: WarmInterpreter, ends: str) -> None:
    assert kinds(warm.run(["import os", ends, "2"], 30)) == [None, "ProcessDied", "NotRun"]


def test_a_run_that_takes_too_long_is_ended_with_all_it_started(warm: WarmInterpreter, tmp_path: Path) -> None:
    note = f"open({str(tmp_path)!r} + '/' + str(os.getpid()), 'w').close()"
    script = f"import os, time\nos.fork()\n{note}\ntime.sleep(600)"
    assert kinds(warm.run([script, "1"], 2)) == ["TooLong", "NotRun"]
    pids = [int(path.name) for path in tmp_path.iterdir()]
    assert len(pids) == 2
    for pid in pids:
        wait_until_gone(pid)


def wait_until_gone(pid: int) -> None:
    """A killed process may take a moment; pytest's own time is the guard."""
    for _ in range(1000):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    raise AssertionError(f"process {pid} is still there")


def test_a_child_that_keeps_the_connection_open_does_not_hide_the_death(warm: WarmInterpreter) -> None:
    script = "import os, time\nif os.fork() == 0: time.sleep(600)\nos._exit(0)"
    assert kinds(warm.run([script], 30)) == ["ProcessDied"]


@pytest.mark.parametrize("forged", ["[1]", '"passed"', "{not json"])
def test_a_line_that_is_no_outcome_is_not_taken_for_one(warm: WarmInterpreter, forged: str) -> None:
    files = "[f for f in gc.get_objects() if type(f) is io.TextIOWrapper]"
    write = f"import gc, io\nfor f in {files}: f.write({forged + chr(10)!r}); f.flush()"
    assert kinds(warm.run([write, "1"], 30)) == ["ProcessDied", "NotRun"]


def test_many_runs_at_once(warm: WarmInterpreter) -> None:
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda n: warm.run([f"assert {n} % 2"], 30), range(24)))
    assert [kinds(o) for o in outcomes] == [["AssertionError"] if n % 2 == 0 else [None] for n in range(24)]


def test_input_is_empty_and_output_goes_nowhere(warm: WarmInterpreter, capfd: pytest.CaptureFixture[str]) -> None:
    assert kinds(warm.run(["import sys; assert sys.stdin.read() == ''", "print('x'); sys.stderr.write('y')"], 30)) == [
        None,
        None,
    ]
    assert capfd.readouterr() == ("", "")


def test_the_interpreter_ends_with_its_caller() -> None:
    with WarmInterpreter() as interpreter:
        pid = interpreter._process.pid
        os.kill(pid, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
