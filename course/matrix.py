"""The matrix of a lesson: which wrong idea each test catches, and the sentence the learner sees."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from course.errors import CourseError
from course.grading.judge import Report
from course.grading.plan import Plan, lesson_plan
from course.grading.shelf import ShelfAnswer, read_shelf, rejecting
from course.judged_shelf import judged_shelf
from course.lessons import lesson, lessons


def write_matrices(root: Path, slugs: Sequence[str] = ()) -> list[Path]:
    """Judge the shelves of the named lessons (default: all that have one) and write their pages.

    A page that says the same already, but for numbers that differ from run to run, stays as it is.
    """
    pages = {page_path(root, slug): _judged_page(root, slug) for slug in _chosen(root, slugs)}
    for path, text in pages.items():
        path.parent.mkdir(exist_ok=True)
        if not path.is_file() or shape(path.read_text("utf-8")) != shape(text):
            path.write_text(text, "utf-8")
    return list(pages)


def matrix_differences(root: Path, slugs: Sequence[str] = ()) -> list[str]:
    """Pages that are missing or not what the shelf gives now."""
    found = []
    for slug in _chosen(root, slugs):
        path = page_path(root, slug)
        if not path.is_file():
            found.append(f"{path.relative_to(root)} is missing")
        elif shape(path.read_text("utf-8")) != shape(_judged_page(root, slug)):
            found.append(f"{path.relative_to(root)} is out of date")
    return found


def page(plan: Plan, answers: Sequence[ShelfAnswer], reports: Mapping[str, Report]) -> str:
    """The page of a lesson whose shelf was judged: `reports` by the answers' names."""
    reasons = {answer: rejecting(reports[answer.name]) for answer in answers}
    right = sum(not answer.rejected_by for answer in answers)
    head = (
        f"# {plan.lesson}: which wrong idea each test catches\n\n"
        f"Written by `course matrix`; do not edit. {right} right answers lose nothing; each of the "
        f"{len(answers) - right} wrong ones below is rejected by the tests marked ✗, with the sentence of the first.\n"
    )
    return "\n".join([head, *(_exercise(plan, name, reasons) for name in plan.exercises)])


def shape(text: str) -> str:
    """The page without what may differ from run to run or from Python to Python: numbers, what stands in brackets,
    the line in which a loop was that never ends, and the wording of Python's own exceptions.
    """
    text = re.sub(r" \(line \d+ of your cell: `.*?`\)", " ()", text)
    text = re.sub(r"raised \w+(: .*?)?(?= \(\)|[.|])", "raised", text)
    return re.sub(r"…|\d+|\[[^]]*\]?|\{[^}]*\}?|\([^)]*\)?", "", text)


def page_path(root: Path, slug: str) -> Path:
    """Where the page of a lesson lies."""
    return root / "docs" / f"matrix-{slug}.md"


def _judged_page(root: Path, slug: str) -> str:
    plan = lesson_plan(slug, lesson(root / "source", slug).path)
    answers = read_shelf(_shelf(root, slug))
    return page(plan, answers, judged_shelf(plan, answers, f"judging {slug}"))


def _chosen(root: Path, slugs: Sequence[str]) -> list[str]:
    found = [lesson(root / "source", slug) for slug in slugs] or lessons(root / "source")
    with_shelf = [it.slug for it in found if _shelf(root, it.slug).is_dir()]
    if not with_shelf:
        raise CourseError(f"There is no shelf of answers for {', '.join(slugs) or 'any lesson'} in tests/answers/.")
    return with_shelf


def _shelf(root: Path, slug: str) -> Path:
    return root / "tests" / "answers" / slug


def _exercise(plan: Plan, name: str, reasons: dict[ShelfAnswer, dict[str, str]]) -> str:
    tests = [test.grade_id for test in plan.exercises[name].tests]
    mine = {answer: said for answer, said in reasons.items() if answer.exercise == name}
    right = [answer.idea for answer in mine if not answer.rejected_by]
    head = ["wrong idea", "in words", *(f"`{test}`" for test in tests), "what the learner reads"]
    rows = [_row(answer, tests, said) for answer, said in mine.items() if answer.rejected_by]
    table = "\n".join([_line(head), _line(["---"] * len(head)), *rows])
    return f"## {name}\n\nRight, in {len(right)} styles: {', '.join(right)}.\n\n{table}\n"


def _row(answer: ShelfAnswer, tests: list[str], said: dict[str, str]) -> str:
    marks = ["✗" if test in said else "" for test in tests]
    first = next((said[test] for test in tests if test in said), "")
    return _line([answer.idea, answer.belief, *marks, _without_luck(first)])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _without_luck(sentence: str) -> str:
    """The sentence without what differs from run to run: addresses, idents and pids."""
    return re.sub(r"0x[0-9a-f]{6,}|\b\d{4,}\b", "…", sentence)
