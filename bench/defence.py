"""What the defence costs: grading the reference answers with seal and witness, and without, in the same run.

    python bench/defence.py [--rounds 6] [--lesson SLUG]

Each exercise of each lesson is graded as `course grade` does it, in a box of its own; with and without take turns. CPU
seconds of all processes that take part are counted: what else happens on a machine only ever adds to them.
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
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grading import lay

from course.grading import conversation
from course.grading.outcome import Cell
from course.grading.plan import Plan, lesson_plan
from course.grading.recorder import Recorder
from course.grading.referee import Referee
from course.grading.submission import grade as run
from course.grading.warm import WarmInterpreter
from course.lessons import course_root, lessons

BURIED = 1.1  #: seconds after which the interpreter has buried its children, so that their time counts as its own
AT_ONCE = 4  #: exercises: most of their time they wait


class Undefended(WarmInterpreter):
    """The same, in an interpreter that seals nothing and watches nobody; nor is the text of an answer read."""

    PROGRAM = (str(Path(__file__).with_name("undefended.py")),)

    def __enter__(self) -> Undefended:
        self.read, conversation.signs = conversation.signs, lambda *text: ()
        super().__enter__()
        return self

    def __exit__(self, *exc: object) -> None:
        super().__exit__(*exc)
        conversation.signs = self.read


def cells(plan: Plan, rounds: int) -> list[list[Cell]]:
    """For each exercise, and each round, what runs in its process. No two answers have the same text, as in a class."""
    setup = Cell(plan.setup, 90, setup=True)
    return [
        [
            setup,
            Cell(f"{exercise.solution}\n# {number}", 90),
            *(Cell(test.source, 90, test=True) for test in exercise.tests),
        ]
        for number in range(rounds)
        for exercise in plan.exercises.values()
    ]


def cpu() -> float:
    """Seconds that this process and its ended children have used, and theirs. Of a living child Linux tells hundredths
    only.
    """
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def life(kind: type[WarmInterpreter], plan: Plan, rounds: int) -> float:
    """CPU seconds of an interpreter that grades all exercises so many times, from its start to its end."""
    before = cpu()
    with kind(plan.machinery, plan.setup, True) as interpreter, ThreadPoolExecutor(AT_ONCE) as pool:
        for outcomes in pool.map(interpreter.run, cells(plan, rounds)):
            if any(outcome.error is not None or outcome.seen for outcome in outcomes):
                raise SystemExit(f"a reference answer did not pass: {outcomes}")
        time.sleep(BURIED)
    return cpu() - before


def per_round(plan: Plan, rounds: int) -> dict[type[WarmInterpreter], float]:
    """CPU seconds for all exercises once, with and without: a long life less a short one, the least of three."""
    lives: dict[tuple[type[WarmInterpreter], int], list[float]] = {}
    for _ in range(3):
        for length in (0, rounds):
            for kind in (WarmInterpreter, Undefended):
                lives.setdefault((kind, length), []).append(life(kind, plan, length))
    return {it: (min(lives[it, rounds]) - min(lives[it, 0])) / rounds for it in (WarmInterpreter, Undefended)}


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
        used = per_round(plan, rounds)
        with_it, without = used[WarmInterpreter], used[Undefended]
        beside = coordinator(root, it.slug, rounds)
        print(
            f"| {it.slug} | {len(plan.exercises)} | {without:.2f} s | {with_it / without - 1:+.1%} | "
            f"{referee(plan) / without:+.1%} | {beside:.2f} s | {(with_it - without) / (without + beside):.1%} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
