import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from course.grading.conversation import Cell, Outcome
from course.grading.shell import MOST_OUTPUT
from course.grading.warm import WarmInterpreter


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmInterpreter]:
    with WarmInterpreter() as interpreter:
        yield interpreter


def run(warm: WarmInterpreter, *sources: str, limit: float = 30) -> list[Outcome]:
    return warm.run([Cell(source, limit) for source in sources])


def kinds(outcomes: list[Outcome]) -> list[str | None]:
    return [outcome.error and outcome.error["type"] for outcome in outcomes]


def test_cells_share_names_and_an_error_does_not_stop_the_next(warm: WarmInterpreter) -> None:
    outcomes = run(warm, "a = 1", "assert a == 2, 'a is not 2'", "assert a == 1", "def (")
    assert kinds(outcomes) == [None, "AssertionError", None, "SyntaxError"]
    assert outcomes[1].error
    assert outcomes[1].error["text"] == "a is not 2"


def test_runs_share_nothing(warm: WarmInterpreter) -> None:
    run(warm, "import math; math.pi = 3; leftover = 1")
    assert kinds(run(warm, "import math; assert math.pi > 3.1", "leftover")) == [None, "NameError"]


@pytest.mark.parametrize("ends", ["os._exit(0)", "os.kill(os.getpid(), 9)", "import ctypes; ctypes.string_at(0)"])
def test_a_process_that_ends_is_told(warm: WarmInterpreter, ends: str) -> None:
    assert kinds(run(warm, "import os", ends, "2")) == [None, "ProcessDied", "NotRun"]


def test_a_run_that_takes_too_long_is_ended_with_all_it_started(warm: WarmInterpreter, tmp_path: Path) -> None:
    note = f"open({str(tmp_path)!r} + '/' + str(os.getpid()), 'w').close()"
    script = f"import os, time\nos.fork()\n{note}\ntime.sleep(600)"
    assert kinds(run(warm, script, "1", limit=2)) == ["TooLong", "NotRun"]
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
    assert kinds(run(warm, script)) == ["ProcessDied"]


@pytest.mark.parametrize("forged", ["[1]", '"passed"', "{not json"])
def test_a_line_that_is_no_outcome_is_not_taken_for_one(warm: WarmInterpreter, forged: str) -> None:
    write = f"import os\nos.write(3, {(forged + chr(10)).encode()!r})"
    assert kinds(run(warm, write, "1")) == ["ProcessDied", "NotRun"]


def test_many_runs_at_once(warm: WarmInterpreter) -> None:
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda n: run(warm, f"assert {n} % 2"), range(24)))
    assert [kinds(o) for o in outcomes] == [["AssertionError"] if n % 2 == 0 else [None] for n in range(24)]


def test_what_a_cell_prints_is_kept_up_to_a_limit_also_if_it_then_hangs(warm: WarmInterpreter) -> None:
    quiet, loud, hangs = run(
        warm, "print('a'); print('b')", "print('x' * 10**6)", "print('now')\nwhile True: pass", limit=3
    )
    assert quiet.output == "a\nb\n"
    assert loud.output == "x" * MOST_OUTPUT
    assert (hangs.output, hangs.error and hangs.error["type"]) == ("now\n", "TooLong")


def test_half_a_surrogate_pair_can_be_written_to_a_file(warm: WarmInterpreter) -> None:
    printed, raised = run(warm, "print(chr(0xD800))", "raise ValueError(chr(0xD800))")
    assert raised.error
    (printed.output + raised.error["text"]).encode()


def test_input_says_that_nobody_types(warm: WarmInterpreter) -> None:
    (outcome,) = run(warm, "name = input('Your name? ')")
    assert outcome.error
    assert "nobody is there" in outcome.error["sentence"]


def test_a_test_runs_as_plain_python_whatever_the_shell_has_become(warm: WarmInterpreter) -> None:
    spoil = (
        "import ast, sys\n"
        "class Drop(ast.NodeTransformer):\n    def visit_Assert(self, node): return ast.Pass()\n"
        "get_ipython().ast_transformers.append(Drop())\n"
        "get_ipython().run_cell = lambda *a, **k: None\n"
        "sys.displayhook = lambda value: None"
    )
    assert kinds(warm.run([Cell(spoil, 30), Cell("assert 1 == 2", 30, test=True)])) == [None, "AssertionError"]


@pytest.mark.parametrize(
    ("last", "value"),
    [
        ("x = 1", None),
        ("1.5", None),
        ("x = 1.5\nx", 1.5),
        ("[2][0]", 2),
        ("None", None),
        ("(True,)[0]", "bool"),
        ("'7' + ''", "str"),
    ],
)
def test_a_test_may_end_with_a_score(warm: WarmInterpreter, last: str, value: object) -> None:
    (outcome,) = warm.run([Cell(last, 30, test=True)])
    assert outcome.value == value
    assert type(outcome.value) is type(value)


def test_what_the_set_up_cell_imports_is_imported_once() -> None:
    with WarmInterpreter(setup="import this_is_nowhere_to_be_found") as there:
        assert kinds(run(there, "1")) == [None]
    with WarmInterpreter(setup="import colorsys; colorsys.leftover = 1") as there:
        look = "import sys; found = sys.modules['colorsys']; assert not hasattr(found, 'leftover')"
        assert kinds(run(there, look)) == [None]


def test_input_is_empty_and_output_goes_nowhere(warm: WarmInterpreter, capfd: pytest.CaptureFixture[str]) -> None:
    assert kinds(run(warm, "import sys; assert sys.stdin.read() == ''", "print('x'); sys.stderr.write('y')")) == [
        None,
        None,
    ]
    assert capfd.readouterr() == ("", "")


def test_the_interpreter_ends_with_its_caller(capfd: pytest.CaptureFixture[str]) -> None:
    with WarmInterpreter() as interpreter:
        pid = interpreter._process.pid
        os.kill(pid, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    assert capfd.readouterr() == ("", "")


def test_a_caller_that_was_killed_leaves_no_folder_behind(tmp_path: Path) -> None:
    starts = (
        "from course.grading.warm import *\nwith WarmInterpreter() as it:\n    print(it.pid, flush=True)\n    input()"
    )
    env = {**os.environ, "TMPDIR": str(tmp_path)}
    caller = subprocess.Popen([sys.executable, "-c", starts], stdin=-1, stdout=-1, env=env)
    assert caller.stdout
    pid = int(caller.stdout.readline())
    assert len(list(tmp_path.iterdir())) == 1
    caller.kill()
    caller.communicate()
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(pid).wait(30)
    assert list(tmp_path.iterdir()) == []
