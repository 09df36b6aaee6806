"""What the defence costs: grading the reference answers with seal and witness, and without, in the same run.

    python bench/defence.py [--rounds 6] [--lesson SLUG]

Each exercise of each lesson is graded as `course grade` does it, in a box of its own; with and without take turns, and
who is first. CPU seconds of all processes that take part are counted, of each exercise the least of all rounds: what
else happens on a machine only ever adds to it, and more than the defence does.
The referee cannot be left out; what it adds is the time it takes to cut a test in two, once for a class. To the whole
of grading belongs the coordinator's work on each submission too: it reads, mends and sanitizes the notebook and records
it.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from grading import lay

from course.grading import conversation
from course.grading.outcome import Cell, Outcome
from course.grading.plan import Plan, lesson_plan
from course.grading.recorder import Recorder
from course.grading.referee import Referee
from course.grading.submission import grade as run
from course.grading.warm import WarmInterpreter
from course.lessons import course_root, lessons

BURIED = 1.1  #: seconds after which the interpreter has buried its children, and counts their time as its own


class Undefended(WarmInterpreter):
    """The same, in an interpreter that seals nothing and watches nobody; nor is the text of an answer read."""

    PROGRAM = (str(Path(__file__).with_name("undefended.py")),)

    def run(self, *args: Any, **named: Any) -> list[Outcome]:
        read, conversation.signs = conversation.signs, lambda *text: ()
        try:
            return super().run(*args, **named)
        finally:
            conversation.signs = read


def cells(plan: Plan) -> list[list[Cell]]:
    """For each exercise what runs in its process."""
    setup = Cell(plan.setup, 90, setup=True)
    return [
        [setup, Cell(exercise.solution, 90), *(Cell(test.source, 90, test=True) for test in exercise.tests)]
        for exercise in plan.exercises.values()
    ]


def cpu(interpreter: WarmInterpreter) -> float:
    """Seconds that this process, its ended children, the interpreter and its ended children have used."""
    own = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own + sum(psutil.Process(interpreter.pid).cpu_times()[:4])


def used(interpreter: WarmInterpreter, exercise: list[Cell]) -> float:
    """CPU seconds for one exercise."""
    before = cpu(interpreter)
    for outcome in interpreter.run(exercise):
        if outcome.error is not None or outcome.seen:
            raise SystemExit(f"a reference answer did not pass: {outcome}")
    time.sleep(BURIED)
    return cpu(interpreter) - before


def both_ways(defended: WarmInterpreter, bare: WarmInterpreter, exercise: list[Cell], rounds: int) -> list[float]:
    """CPU seconds for one exercise with and without."""
    samples: dict[WarmInterpreter, list[float]] = {defended: [], bare: []}
    for turn in range(rounds + 1):
        for interpreter in ((defended, bare), (bare, defended))[turn % 2]:
            samples[interpreter].append(used(interpreter, exercise))
    return [min(found[1:]) for found in samples.values()]


def referee(plan: Plan) -> float:
    """CPU seconds to cut all tests in two."""
    before = time.process_time()
    for exercise in plan.exercises.values():
        for test in exercise.tests:
            Referee(test.source, plan.setup)
    return time.process_time() - before


def coordinator(root: Path, slug: str, rounds: int) -> float:
    """CPU seconds for one submission, beside its run."""
    with tempfile.TemporaryDirectory(prefix="course-bench-") as scratch:
        lay(root, Path(scratch), slug, rounds + 1, 0, (root / "nbgrader_config.py").read_text())
        recorder, used = Recorder(Path(scratch)), []
        for number in range(1, rounds + 2):
            student, before = f"s{number:03}", time.process_time()
            submission = recorder.prepare(slug, student)
            used.append(time.process_time() - before)
            executed = run(submission, boxed=True)
            before = time.process_time()
            recorder.record(slug, student, executed)
            used[-1] += time.process_time() - before
        os.chdir(root)
    return sorted(used[1:])[rounds // 2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--lesson", help="only this one")
    asked = parser.parse_args()
    rounds = asked.rounds
    root = course_root()
    print(f"{len(os.sched_getaffinity(0))} cores, load before {os.getloadavg()[0]:.1f}, {rounds} rounds")
    print("| lesson | exercises | runs without, CPU | seal, witness, text | referee | coordinator, CPU | of grading |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for it in lessons(root / "source"):
        if it.slug != (asked.lesson or it.slug):
            continue
        plan = lesson_plan(it.slug, it.path)
        exercises = cells(plan)
        interpreters = [kind(plan.machinery, plan.setup, True) for kind in (WarmInterpreter, Undefended)]
        with interpreters[0] as defended, interpreters[1] as bare:
            both = [both_ways(defended, bare, exercise, rounds) for exercise in exercises]
        with_it, without = (sum(seconds) for seconds in zip(*both, strict=True))
        beside = coordinator(root, it.slug, rounds)
        print(
            f"| {it.slug} | {len(exercises)} | {without:.2f} s | {with_it / without - 1:+.1%} | "
            f"{referee(plan) / without:+.1%} | {beside:.2f} s | {(with_it - without) / (without + beside):.1%} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
