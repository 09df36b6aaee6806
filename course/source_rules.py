"""Rules that a source notebook must keep before it may be released. Each broken rule is one sentence."""

from __future__ import annotations

import ast
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.lessons import read_notebook

IGNORED_SHARE = 0.1  #: at most this share of the code cells may ignore its output
IGNORE_MARK = "# NBVAL_IGNORE_OUTPUT"


def broken_rules(path: Path) -> list[str]:
    """All broken rules of the source notebook at `path`, in the order of the checks below; empty if there are none."""
    notebook = read_notebook(path)
    rules = (_stray_files, _cell_ids, _grade_ids, _tests_and_solutions, _setup, _counts, _ignored_outputs, _asserts)
    return [f"{path.name}: {problem}" for rule in rules for problem in rule(path, notebook)]


def _stray_files(path: Path, notebook: Any) -> Iterator[str]:
    allowed = {path.name, *notebook.metadata.get("course", {}).get("files", [])}
    for other in sorted(path.parent.iterdir()):
        if other.name not in allowed and other.name not in (".ipynb_checkpoints", "__pycache__"):
            yield f"{other.name} lies beside it and would be released: move it out, or list it in course.files."


def _cell_ids(path: Path, notebook: Any) -> Iterator[str]:
    raw = json.loads(path.read_text("utf-8"))  # nbformat gives duplicates new ids when it reads
    counts = Counter(cell.get("id") for cell in raw["cells"])
    for cell_id, n in counts.items():
        if cell_id is None:
            yield f"{n} cells have no id: save the notebook in JupyterLab, which gives them one."
        elif n > 1:
            yield f"{n} cells have the id {cell_id!r}: each cell needs an id of its own."


def _grade_ids(path: Path, notebook: Any) -> Iterator[str]:
    counts = Counter(grade["grade_id"] for grade in _grades(notebook))
    for grade_id, n in counts.items():
        if n > 1:
            yield f"{n} cells have the grade id {grade_id!r} (a copied cell?): delete the copy or rename it."


def _tests_and_solutions(path: Path, notebook: Any) -> Iterator[str]:
    solutions = [grade["grade_id"] for grade in _grades(notebook) if grade.get("solution")]
    tests = [grade["grade_id"] for grade in _grades(notebook) if grade.get("grade")]
    # a test belongs to the longest name that fits: `submit_all_order` is no test of `submit` if there is a `submit_all`
    owners = {test: max((n for n in solutions if test.startswith(n + "_")), key=len, default=None) for test in tests}
    for name in solutions:
        if name not in owners.values():
            yield f"the solution cell {name!r} has no test cell {name}_<word> (deleted?): restore it."
    for test, owner in owners.items():
        if owner is None:
            yield f"the test cell {test!r} belongs to no solution cell: name it <solution>_<word>."


def _setup(path: Path, notebook: Any) -> Iterator[str]:
    found = sum("setup" in cell.metadata.get("tags", []) for cell in notebook.cells)
    if found != 1:
        yield f"{found} cells have the tag 'setup': exactly one cell holds the imports that all exercises need."


def _counts(path: Path, notebook: Any) -> Iterator[str]:
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code" and cell.source]
    if counts != list(range(1, len(counts) + 1)):
        yield "its execution counts are not 1, 2, 3, ...: run `make outputs`."


def _ignored_outputs(path: Path, notebook: Any) -> Iterator[str]:
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    marked = [source.split(IGNORE_MARK)[1].strip() for source in sources if IGNORE_MARK in source]
    if len(marked) > IGNORED_SHARE * len(sources):
        yield f"{len(marked)} of {len(sources)} code cells ignore their output: at most one in ten may."
    for cell in notebook.cells:
        other = {"nbval-skip", "nbval-ignore-output"} & set(cell.metadata.get("tags", []))
        if other or "NBVAL_SKIP" in cell.source:
            yield f"the cell {cell.id!r} hides from nbval: only '{IGNORE_MARK}' with a reason does, and is counted."
    for rest in marked:
        if not rest.startswith("# Reason: "):
            yield f"a cell ignores its output without saying why: write '# Reason: ...' below '{IGNORE_MARK}'."


def _asserts(path: Path, notebook: Any) -> Iterator[str]:
    for cell in notebook.cells:
        grade = cell.metadata.get("nbgrader", {})
        if grade.get("grade") and cell.cell_type == "code":
            try:
                tree = ast.parse(cell.source)
            except SyntaxError as error:
                yield f"the test cell {grade['grade_id']!r} is no Python, in its line {error.lineno}: {error.msg}."
                continue
            if not ast.get_docstring(tree):
                yield f"the test cell {grade['grade_id']!r} does not begin with a sentence (a docstring)."
            if any(isinstance(node, ast.Assert) and node.msg is None for node in ast.walk(tree)):
                yield f"the test cell {grade['grade_id']!r} has an assert without a message for the learner."


def _grades(notebook: Any) -> list[dict[str, Any]]:
    metas = [cell.metadata.get("nbgrader") for cell in notebook.cells]
    return [meta for meta in metas if meta and (meta.get("grade") or meta.get("solution"))]
