"""A course of four short lessons, cut from the real ones, and a class in which every attack is handed in once."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from pathlib import Path
from shutil import copy
from typing import Any

import nbformat

from course.grading.answer import solution_cells
from course.grading.plan import Plan, lesson_plan, owner
from course.grading.pretend_class import hand_in
from course.release import nbgrader
from tests.attacks.attack import Attack
from tests.tiny_course import ROOT

#: exercises of the lessons, each with the right answer that fills it in; most attacks are on these
KEPT = {
    "callbacks": {"call_back": "try_except", "tag": "default_argument"},
    "pools": {"task": "current_thread"},
    "tcp": {"recv_exactly": "chunks_join"},
    "coroutines": {"cooperative_sum": "modulo"},
}
#: the others that are attacked, in a class of their own, and what hardly anybody attacks
OTHERS = {
    "callbacks": ["submit_all", "collect", "in_completion_order", "first_success", "chain", "check_first_success"],
    "pools": [
        "submit",
        "run_pool",
        "bounded_submit",
        "who_ran",
        "worker_idents",
        "process_map",
        "pool_lines",
        "check_run_pool",
    ],
    "tcp": ["talk", "client", "serve", "start", "communicate", "check_recv_exactly"],
    "coroutines": ["spawn_all", "limited", "chat", "patch_lines"],
}
RARELY = {
    "callbacks": ["runs_on"],
    "tcp": ["load", "ask_all"],
    "coroutines": ["cooperates", "link_result", "check_spawn_all"],
}
#: exercises by lesson, for each class
CLASSES: tuple[Mapping[str, Collection[str]], ...] = (KEPT, OTHERS, RARELY)
HONEST = ("honest_one", "honest_two")

#: an attack that hangs is to hang for seconds only
QUICK = "\nc.BoxedExecute.test_limit = 25.0\nc.BoxedExecute.answer_limit = 10.0\n"


def lay_course(root: Path, attacks: Sequence[Attack]) -> dict[str, Plan]:
    """Lay the course in `root`, with the hand-ins of the attackers and of honest classmates; plans by lesson."""
    copy(ROOT / "nbgrader_config.py", root)
    with open(root / "nbgrader_config.py", "a") as config:
        config.write(QUICK)
    kept = CLASSES[class_of(attacks[0])]
    plans = {slug: _release(root, slug, kept[slug]) for slug in kept}
    for slug in kept:
        for student in HONEST:
            hand_in(root, student, slug, answered(root, plans[slug]))
    for attack in attacks:
        _hand_in(root, plans, attack)
    return plans


def class_of(attack: Attack) -> int:
    """The number of the class in which an attack is handed in."""
    return next(
        n for n, kept in enumerate(CLASSES) if any(name in kept.get(lesson_of(attack), ()) for name in attack.expects)
    )


def lesson_of(attack: Attack) -> str:
    """The lesson that an attack is handed in to."""
    if "Lesson" in attack.head:
        return attack.head["Lesson"]
    return next(slug for kept in CLASSES for slug in kept if attack.head["Cell"] in kept[slug])


def deserved(plan: Plan, attack: Attack | None = None) -> dict[str, float]:
    """Points by exercise."""
    full = {exercise.name: exercise.max for exercise in plan.exercises.values()}
    return {**full, **(attack.expects if attack else {})}


def answered(root: Path, plan: Plan, cells: Mapping[str, str] | None = None) -> Any:
    """The released notebook with `cells` in its solution cells, right answers in the others."""
    notebook = nbformat.read(root / "release" / plan.lesson / f"{plan.lesson}.ipynb", as_version=4)
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("solution"):
            cell.source = (cells or {}).get(about["grade_id"]) or _right(plan, about["grade_id"])
    return notebook


def _right(plan: Plan, exercise: str) -> str:
    shelf = ROOT / "tests" / "answers" / plan.lesson / exercise / "right"
    first, *_ = sorted(shelf.glob(f"{KEPT[plan.lesson].get(exercise) or '*'}.py"))
    return solution_cells(plan, first.read_text("utf-8"))[exercise] or ""


def _release(root: Path, slug: str, kept: Container[str]) -> Plan:
    whole = lesson_plan(slug, ROOT / "source" / slug / f"{slug}.ipynb")
    notebook = nbformat.read(ROOT / "source" / slug / f"{slug}.ipynb", as_version=4)
    notebook.cells = [cell for cell in notebook.cells if _kept(cell, whole, kept)]
    path = root / "source" / slug / f"{slug}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)
    nbgrader(root, "generate_assignment", slug)
    return lesson_plan(slug, path)


def _kept(cell: Any, plan: Plan, kept: Container[str]) -> bool:
    about = cell.metadata.get("nbgrader", {})
    if "setup" in cell.metadata.get("tags", []) or (cell.cell_type, cell.source[:2]) == ("markdown", "# "):
        return True
    name = about.get("grade_id")
    if not name or not (about.get("solution") or about.get("grade")):
        return False
    return (name if about.get("solution") else owner(name, plan)) in kept


def _hand_in(root: Path, plans: Mapping[str, Plan], attack: Attack) -> None:
    plan = plans[lesson_of(attack)]
    cells = {attack.head["Cell"]: attack.code} if "Cell" in attack.head else {}
    notebook = answered(root, plan, cells)
    path = hand_in(root, attack.student, plan.lesson, notebook)
    if "Lesson" in attack.head:
        content = attack.build(notebook, path.parent)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif path.exists():
            nbformat.write(notebook, path)
