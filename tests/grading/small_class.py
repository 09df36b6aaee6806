"""A course with one lesson of two exercises, and hand-ins of every kind that has ever cost somebody a grade."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from shutil import copy as copy_file
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.release import nbgrader
from tests.tiny_course import ROOT, grade, write

SETUP = "import os\nimport sys\nimport time"
STUB = "def {0}(n):\n    ### BEGIN SOLUTION\n    return {1}\n    ### END SOLUTION"
TEST = '"""`{0}` is right."""\nassert {0}(3) == {1}, f"{0}(3) returned {{{0}(3)!r}}, not {1}."'
HIDDEN = '\n### BEGIN HIDDEN TESTS\nassert {0}(4) == {1}, "{0}(4) is wrong."\n### END HIDDEN TESTS'
POINTS = {"square_value": 2.0, "cube_value": 3.0}
SQUARE, CUBE = "def square(n):\n    return n * n", "def cube(n):\n    return n * n * n"
Damage = Callable[[Any], Any]


def small_course(root: Path) -> Path:
    """Lay and release the course in `root`."""
    cells = [
        new_markdown_cell("# Powers", id="title"),
        new_code_cell(SETUP, id="setup", metadata={"tags": ["setup"]}),
        new_code_cell("raise RuntimeError('a demonstration, which grading does not need')", id="demo"),
        new_code_cell(STUB.format("square", "n * n"), id="square", metadata=grade("square", solution=True)),
        _test("square", 2, TEST.format("square", 9) + HIDDEN.format("square", 16)),
        new_code_cell(STUB.format("cube", "n * n * n"), id="cube", metadata=grade("cube", solution=True)),
        _test("cube", 3, TEST.format("cube", 27)),
    ]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    about = {"order": 1, "minutes": 5}
    notebook = new_notebook(cells=cells, metadata={"kernelspec": kernel, "course": about})
    write(notebook, root / "source" / "powers" / "powers.ipynb")
    copy_file(ROOT / "nbgrader_config.py", root)
    nbgrader(root, "generate_assignment", "powers")
    return root


def _test(name: str, points: int, source: str) -> Any:
    about = grade(f"{name}_value", grade=True, locked=True, points=points)
    return new_code_cell(source, id=f"{name}-value", metadata=about)


def answered(root: Path, square: str = SQUARE, cube: str = CUBE) -> Any:
    """The released notebook with these answers."""
    notebook = nbformat.read(root / "release" / "powers" / "powers.ipynb", as_version=4)
    cell(notebook, "square").source, cell(notebook, "cube").source = square, cube
    return notebook


def cell(notebook: Any, grade_id: str) -> Any:
    """The cell with this grade id."""
    return next(it for it in notebook.cells if it.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def hand_in(root: Path, student: str, content: Any, name: str = "powers.ipynb") -> Path:
    """`content` is a notebook, or the bytes of what should have been one."""
    path = root / "submitted" / student / "powers" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def body(text: str) -> str:
    """`square` that does this first and is right otherwise."""
    return "def square(n):\n" + "".join(f"    {line}\n" for line in text.splitlines()) + "    return n * n"


#: what `square` does, and a piece of the reason; `cube` is right
BEHAVIOUR = {
    "wrong": (body("return 7"), "square(3) returned 7, not 9."),
    "hard_coded": (body("return 9"), "square(4) is wrong."),
    "dies": (body("os._exit(0)"), "The Python process ended while this check ran your answer"),
    "killed": (body("os.kill(os.getpid(), 9)"), "The Python process ended"),
    "segfault": (body("import ctypes\nctypes.string_at(0)"), "The Python process ended"),
    "exits": (body("sys.exit()"), "SystemExit"),
    "asks": (body("n = int(input('n? '))"), "nobody is there"),
    "remembers_all": (body("held = [bytearray(1 << 26) for _ in range(99)]"), "MemoryError"),
    "recursive": (body("return square(n)"), "RecursionError"),
    "unanswered": (None, "no answer yet"),
    "empty": ("", "No answer: name 'square' is not defined."),
    "no_python": ("def square(n) return n", "Your cell did not run: SyntaxError"),
    "fails_first": (SQUARE.replace("square", "sqare") + "\nsquare(2)", "Your cell did not run: NameError"),
}

#: what costs nothing at all
HARMLESS = {
    "warns": body("import warnings\nwarnings.warn('deprecated')\nsys.stderr.write('noise')"),
    "prints": body("print('x' * 10**6)"),
    "half_a_pair": body("print(chr(0xD800))"),
    "leaves_a_thread": body("import threading\nthreading.Thread(target=time.sleep, args=(600,)).start()"),
    "leaves_a_process": body("import subprocess\nsubprocess.Popen(['sleep', '600'], start_new_session=True)"),
    "helper_elsewhere": "def square(n):\n    return helper(n)",
    "fails_after": SQUARE + "\nsquare('a')",
}


def _without(*grade_ids: str) -> Damage:
    def damage(notebook: Any) -> Any:
        gone = [cell(notebook, name) for name in grade_ids]
        notebook.cells = [it for it in notebook.cells if it not in gone]
        return notebook

    return damage


def _copied(notebook: Any) -> Any:
    twin = copy.deepcopy(cell(notebook, "square"))
    twin.source = "def square(n):\n    return 'an older try'"
    notebook.cells.insert(0, twin)
    return notebook


def _retyped(notebook: Any) -> Any:
    it = cell(notebook, "square")
    it.cell_type = "markdown"
    del it["outputs"], it["execution_count"]
    it = cell(notebook, "cube_value")
    it.cell_type = "raw"
    del it["outputs"], it["execution_count"]
    return notebook


def _renamed(notebook: Any) -> Any:
    cell(notebook, "square").metadata.nbgrader.grade_id = "sqare"
    cell(notebook, "cube_value").metadata.nbgrader.grade_id = "cube_walue"
    return notebook


def _metadata_lost(notebook: Any) -> Any:
    for it in notebook.cells:
        it.metadata, it["id"] = {}, f"new-{len(it.source)}"
    return notebook


def _odd_metadata(notebook: Any) -> Any:
    cell(notebook, "cube").metadata.nbgrader.update(schema_version=1, points="many", grade="yes")
    cell(notebook, "square").metadata.nbgrader = "gone"
    notebook.metadata = {"kernelspec": {"name": "matlab", "display_name": "Matlab"}, "course_grading": {"verdicts": {}}}
    return notebook


def _skipping(notebook: Any) -> Any:
    for it in notebook.cells:
        it.metadata["tags"] = ["skip-execution", "setup"]
    return notebook


def _weakened(notebook: Any) -> Any:
    cell(notebook, "square_value").source = "pass"
    cell(notebook, "cube_value").metadata.nbgrader.points = 1000
    return notebook


def _reversed(notebook: Any) -> Any:
    notebook.cells = notebook.cells[::-1]
    return notebook


#: ways to damage a right answer that cost nothing
DAMAGE = {
    "copied": _copied,
    "retyped": _retyped,
    "renamed": _renamed,
    "reversed": _reversed,
    "metadata_lost": _metadata_lost,
    "odd_metadata": _odd_metadata,
    "skipping": _skipping,
    "weakened": _weakened,
    "tests_deleted": _without("square_value", "cube_value"),
}

#: bytes that are no notebook, and a piece of the reason
BROKEN = {
    "broken_json": (b'{"cells": [', "its JSON is broken"),
    "no_notebook": (b"[1, 2]", "the file is no notebook"),
    "nothing": (b"", "its JSON is broken"),
    "deep": (b"[" * 100_000, "its JSON is broken"),
    "huge": (b" " * (33 << 20), "larger than 32 MB"),
}
