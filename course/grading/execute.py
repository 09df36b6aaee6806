"""Run a submission: a mended notebook in, the same notebook with outputs and a verdict on every test out.

Each exercise has a process of its own, in which the set-up cell runs, the cells that its tests need, and its tests as
long as they pass. A test that does not pass, or takes long, sends those behind it to processes of their own. So
whatever a cell does, hang or die or leave behind, costs the tests that need this cell and no other, no test is lost by
what another has left, and no verdict is ever missing.
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from nbformat.v4 import new_output

from course.grading.exercise_run import ExerciseRun, Limits, Run
from course.grading.outcome import Outcome
from course.grading.run_queue import RunQueue
from course.grading.task import Ran, Task, is_test, tasks

TAMPERING = "Signs of tampering, for a person to look at:"
KEY = "course_grading"  #: where in the notebook's metadata the verdicts are


def execute(
    notebook: Any, setup: str, run: Run, queue: RunQueue, files: Path | None = None, limits: Limits | None = None
) -> Any:
    """The notebook with outputs; `metadata[KEY]["verdicts"]` holds points and reason by grade id.

    `run` runs cells in a process of their own (`WarmInterpreter.run`), exercises side by side in `queue`; `files` is
    the folder of what was handed in beside the notebook. Points are None where an answer could not be judged.
    """
    executed = copy.deepcopy(notebook)
    sources = [cell.source if cell.cell_type == "code" and not is_test(cell) else None for cell in executed.cells]
    exercises: dict[int | None, list[Task]] = {}
    for task in tasks(executed, sources, setup):
        exercises.setdefault(task.answer, []).append(task)
    job = ExerciseRun(setup, sources, run, queue, files, limits or Limits())
    leads = [queue.submit(group[0].exercise, job.lead, group) for group in exercises.values()]
    ran = {task.test.grade_id: (task, found.result()) for lead in leads for task, found in lead.result()}
    verdicts: dict[str, Any] = {}
    for cell in executed.cells:
        if is_test(cell):
            task, result = ran[cell.metadata.nbgrader.grade_id]
            _show(executed, task, result)
            verdicts[task.test.grade_id] = {"points": result.verdict.points, "reason": result.verdict.reason}
            if result.seen:
                verdicts[task.test.grade_id]["seen"] = result.seen
    executed.metadata[KEY] = {**executed.metadata.get(KEY, {}), "verdicts": verdicts}
    return executed


def _show(notebook: Any, task: Task, ran: Ran) -> None:
    """Write into the notebook what the cells printed, where they stopped, and what the test said."""
    for index in task.order:
        cell = notebook.cells[index]
        if not cell.outputs and (outcome := ran.outcomes.get(index)):
            cell.outputs = _printed(outcome)
            if outcome.error:
                cell.outputs.append(_error(outcome.error["type"], outcome.error["sentence"] + outcome.error["place"]))
    cell = notebook.cells[task.index]
    cell.outputs = _printed(ran.outcomes[task.index]) if task.index in ran.outcomes else []
    if ran.seen:
        cell.outputs.append(new_output("stream", name="stderr", text="\n".join([TAMPERING, *ran.seen])))
    if ran.verdict.reason is not None:
        cell.outputs.append(_error("NotGraded" if ran.verdict.ours else "Rejected", ran.verdict.reason))


def _printed(outcome: Outcome) -> list[Any]:
    return [new_output("stream", name="stdout", text=outcome.output)] if outcome.output else []


def _error(name: str, text: str) -> Any:
    return new_output("error", ename=name, evalue=text, traceback=[text])
