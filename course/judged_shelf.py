"""Judge a lesson's shelf in a warm interpreter of its own, with a progress bar."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from course.grading.judge import Report
from course.grading.plan import Plan
from course.grading.shelf import ShelfAnswer, judge_shelf
from course.try_answer import warm_interpreter


def judged_shelf(plan: Plan, answers: Sequence[ShelfAnswer], label: str) -> dict[str, Report]:
    """Reports by the answers' names; the bar, labelled `label`, goes to standard error."""
    shown = click.progressbar(length=len(answers), label=label, file=sys.stderr)
    with shown as bar, warm_interpreter(plan) as warm:
        return judge_shelf(plan, answers, warm, lambda answer: bar.update(1))
