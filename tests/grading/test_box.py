"""What holds in a box, tried from inside as a learner's code would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from course.errors import CourseError
from course.grading import box
from course.grading.box import Box
from course.grading.canary import prove
from course.grading.memory_watch import FIRST_TO_GO
from course.grading.outcome import Cell
from course.grading.warm import WarmInterpreter
from tests.tiny_course import ROOT

pytestmark = pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed")


@pytest.fixture(scope="module")
def boxed() -> Iterator[WarmInterpreter]:
    with WarmInterpreter(boxed=True) as interpreter:
        yield interpreter


def said(boxed: WarmInterpreter, source: str, files: Path | None = None) -> str:
    """What the code prints, and the error that it ends with."""
    (outcome,) = boxed.run([Cell(source + "\nNone", 30)], files)
    return outcome.output.strip() + (outcome.error["sentence"] if outcome.error else "")


def test_the_canary_sings_only_where_the_box_holds(boxed: WarmInterpreter) -> None:
    prove(boxed)
    with WarmInterpreter() as unboxed, pytest.raises(CourseError, match="it reads files of the machine"):
        prove(unboxed)


def test_nothing_of_ours_is_readable(boxed: WarmInterpreter, tmp_path: Path) -> None:
    (tmp_path / "gradebook.db").write_text("secret")
    source = (
        f"import os\nfor p in {[str(tmp_path), str(ROOT / 'source'), str(ROOT / 'tests')]!r}: print(os.path.exists(p))"
    )
    assert said(boxed, source) == "False\nFalse\nFalse"


def test_our_environment_is_not_there(boxed: WarmInterpreter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "secret")
    with WarmInterpreter(boxed=True) as later:
        environment = said(later, "import os\nprint(dict(os.environ))")
        at_first = said(later, "print(open('/proc/self/environ').read())")
    assert "secret" not in environment
    assert "autograde" in environment
    assert "Permission denied" in at_first  # not for its own children either, nor its memory


def test_two_boxes_use_one_port_and_see_nothing_of_each_other(boxed: WarmInterpreter) -> None:
    talk = (
        "import pathlib, socket\nserver = socket.create_server(('127.0.0.1', 8080))\n"
        "client = socket.create_connection(('127.0.0.1', 8080))\nserver.accept()[0].sendall(b'hello')\n"
        "print(client.recv(9), [p.name for p in pathlib.Path('.').iterdir()])\nopen('left', 'w').write('over')"
    )
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: said(boxed, talk), range(8))) == {"b'hello' []"}


def test_nothing_is_left_running(boxed: WarmInterpreter) -> None:
    name = f"left-over-{os.getpid()}"
    script = f"import subprocess\nsubprocess.Popen(['bash', '-c', 'exec -a {name} sleep 600'], start_new_session=True)"
    assert said(boxed, script) == ""
    psutil.wait_procs([p for p in psutil.process_iter(["cmdline"]) if name in (p.info["cmdline"] or [])], timeout=10)
    assert not [p for p in psutil.process_iter(["cmdline"]) if name in (p.info["cmdline"] or [])]


@pytest.mark.parametrize(
    ("greedy", "stopped"),
    [
        ("held = [bytearray(50 << 20) for _ in range(100)]", "MemoryError"),
        ("held = []\nwhile True:\n    held.append('x' * 10_000)", "MemoryError"),  # to the last byte
        ("open('big', 'wb').write(bytes(100 << 20))", "File too large"),
        ("for n in range(9): open(f'big{n}', 'wb').write(bytes(50 << 20))", "No space left"),
        ("for n in range(2): open(f'/dev/shm/big{n}', 'wb').write(bytes(60 << 20))", "No space left"),
        ("held = [open('/dev/null') for _ in range(10_000)]", "Too many open files"),
        ("from threading import *\nfor _ in range(2000): Thread(target=Event().wait).start()", "can't start"),
    ],
)  # fmt: skip
def test_limits(boxed: WarmInterpreter, greedy: str, stopped: str) -> None:
    assert stopped in said(boxed, greedy)


def test_many_processes_together_take_no_more_than_a_box_may_have(boxed: WarmInterpreter) -> None:
    children = (
        "import os, time\nfor _ in range({}):\n    if os.fork() == 0:\n        held = b'x' * (300 << 20)\n        {}"
    )
    few = "time.sleep(2)\n        os._exit(0)\nfor _ in range(3): os.wait()"  # looked at some times meanwhile
    many = "time.sleep(600)\nos.wait()"
    ended = [boxed.run([Cell(children.format(*it), 30)])[0].error for it in ((3, few), (12, many))]
    assert [error and error["type"] for error in ended] == [None, "ProcessDied"]


def test_should_memory_run_out_learners_processes_are_the_first_to_go(boxed: WarmInterpreter) -> None:
    assert said(boxed, "print(open('/proc/self/oom_score_adj').read())") == str(FIRST_TO_GO)
    assert "Permission denied" in said(boxed, "open('/proc/self/oom_score_adj', 'w').write('0')")
    assert int(Path("/proc/self/oom_score_adj").read_text()) < FIRST_TO_GO


def test_a_fork_bomb_costs_its_own_box_and_no_other(boxed: WarmInterpreter) -> None:
    fork = "import os, time\nwhile True:\n    if os.fork() == 0: time.sleep(600)"
    with ThreadPoolExecutor(2) as pool:
        bomb, honest = (
            pool.submit(said, boxed, fork),
            pool.submit(said, boxed, "import os\nprint(bool(os.fork()) or os._exit(0))"),
        )
        assert "Resource temporarily unavailable" in bomb.result()
        assert honest.result() == "True"


def test_files_of_the_submission_are_there_to_change(boxed: WarmInterpreter, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.txt").write_text("one two")
    source = "from pathlib import Path\np = Path('data/words.txt')\nprint(p.read_text())\np.write_text('changed')"
    assert said(boxed, source, tmp_path) == said(boxed, source, tmp_path) == "one two"
    assert (tmp_path / "data" / "words.txt").read_text() == "one two"


def test_without_bubblewrap_the_sentence_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box.shutil, "which", lambda name: None)
    with pytest.raises(CourseError, match=r"install bubblewrap .* --unboxed"):
        box.command()


def test_where_namespaces_are_forbidden_the_sentence_names_the_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refuses = tmp_path / "bwrap"
    refuses.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    refuses.chmod(0o755)
    monkeypatch.setattr(box.shutil, "which", lambda name: str(refuses))
    with (
        pytest.raises(CourseError, match=r"setting up uid map.*let ordinary users make user namespaces.*--unboxed"),
        Box(box.command()),
    ):
        pass


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_the_box_of_an_ordinary_user_holds_too(tmp_path: Path) -> None:
    """With an interpreter that such a user can start: ours may live in root's own folders."""
    python = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
    packages = [path for path in sys.path if path.endswith("site-packages")]
    environment = {"PYTHONPATH": os.pathsep.join([str(ROOT), *packages]), "PATH": os.environ["PATH"], "HOME": "/tmp"}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    become = ["setpriv", "--reuid", "65533", "--regid", "65533", "--clear-groups"]
    import_it = [*become, python, "-c", "import course.grading.warm"]
    if (
        not os.path.exists(python)
        or subprocess.run(import_it, cwd="/", env=environment, capture_output=True).returncode
    ):
        pytest.skip("no interpreter here that another user can start")
    script = (
        "from course.grading.canary import prove\nfrom course.grading.warm import Cell, WarmInterpreter\n"
        "bomb = 'import os, time\\nwhile True:\\n    if os.fork() == 0: time.sleep(600)'\n"
        "with WarmInterpreter(boxed=True) as warm:\n    prove(warm)\n"
        "    print(warm.run([Cell(bomb, 60)])[0].error['sentence'])"
    )
    done = subprocess.run([*become, python, "-c", script], cwd="/", env=environment, capture_output=True, text=True)
    assert "BlockingIOError" in done.stdout, done.stderr
