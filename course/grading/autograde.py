"""The parts that make plain nbgrader grade as this course does; `nbgrader_config.py` puts them in.

SubmissionExporter  reads what was handed in, whatever it is
BoxedExecute        runs it, each test in a box of its own
RecordVerdicts      writes points and reasons into the gradebook
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader import utils
from nbgrader.api import BaseCell, Comment, Grade, Gradebook, MissingEntry
from nbgrader.preprocessors import Execute, NbGraderPreprocessor, SaveAutoGrades
from traitlets import Bool, Float, Integer

from course.grading.execute import KEY
from course.grading.exercise_run import Limits
from course.grading.interpreters import default_runs
from course.grading.submission import Submission, files_beside, grade, mended, released, setup_source

NOT_RUN = "Not judged, our fault: this test was not run."


class SubmissionExporter(NotebookExporter):
    """Reads a submission in a way that cannot fail: broken files become empty ones with a reason."""

    def from_filename(self, filename: str, resources: Any = None, **kw: Any) -> Any:
        """As its parent, but when nbgrader sanitizes, the notebook is first brought to the shape of the release."""
        converter: Any = self.parent
        if not converter._sanitizing:
            return super().from_filename(filename, resources, **kw)
        resources = resources or {}
        folder, name = os.path.split(filename)
        resources["metadata"] = {"name": os.path.splitext(name)[0], "path": folder, "modified_date": ""}
        notebook = mended(Path(filename), release_path(converter.coursedir, resources))
        export: Any = self.from_notebook_node  # untyped
        return export(notebook, resources, **kw)


def release_path(coursedir: Any, resources: Any) -> Path:
    """Where the released notebook of the assignment at hand lies."""
    about = resources["nbgrader"]
    folder = coursedir.format_path(coursedir.release_directory, ".", about["assignment"])
    return Path(folder, f"{about['notebook']}.ipynb")


class BoxedExecute(Execute):  # type: ignore[misc]
    """Runs each test with the cells that it needs in a box of its own, instead of the notebook in a kernel."""

    unboxed = Bool(help="Run learners' code without a box, able to read and change all that you can.").tag(config=True)
    runs = Integer(help="How many tests run at once.").tag(config=True)
    answer_limit = Float(Limits.answer, help="Seconds that one cell of the learner's may take.").tag(config=True)
    test_limit = Float(Limits.test, help="Seconds that one test may take.").tag(config=True)

    def _unboxed_default(self) -> bool:
        return os.environ.get("COURSE_UNBOXED", "") not in ("", "0")

    def _runs_default(self) -> int:
        return default_runs()

    def preprocess(self, nb: Any, resources: Any, km: Any = None) -> Any:
        """The executed notebook."""
        setup = setup_source(released(release_path(self.parent.parent.coursedir, resources)))
        files = files_beside(Path(resources["metadata"]["path"]))
        submission = Submission(nbformat.writes(nb), setup, files, limits(self.config))
        return nbformat.reads(grade(submission, not self.unboxed, self.runs), as_version=4), resources


def limits(config: Any) -> Limits:
    """The limits that nbgrader_config.py sets for `BoxedExecute`."""
    set_there = config.BoxedExecute
    return Limits(float(set_there.get("answer_limit", Limits.answer)), float(set_there.get("test_limit", Limits.test)))


class RecordVerdicts(SaveAutoGrades):  # type: ignore[misc]
    """Takes points from the verdicts, never from silence, and says why points are missing.

    A notebook is one transaction and a few statements; its parent makes two statements and a commit per cell.
    """

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Writes all grades and comments of a notebook."""
        about = nb.metadata.get(KEY, {})
        self._verdicts, self._notes = about.get("verdicts", {}), about.get("notes", {})
        solutions = [cell.metadata.nbgrader.grade_id for cell in nb.cells if utils.is_solution(cell)]
        self._reasons: dict[str, list[str]] = {name: [] for name in solutions}
        for name, verdict in self._verdicts.items():
            owners = [solution for solution in solutions if name.startswith(f"{solution}_")]
            if owners and verdict["reason"] is not None:
                self._reasons[max(owners, key=len)].append(f"{name}: {verdict['reason']}")
        where = resources["nbgrader"]
        with Gradebook(where["db_url"]) as gradebook:
            submitted = gradebook.find_submission_notebook(where["notebook"], where["assignment"], where["student"])
            self._grades = _by_cell(gradebook, Grade, submitted)
            self._comments = _by_cell(gradebook, Comment, submitted)
            nb, resources = NbGraderPreprocessor.preprocess(self, nb, resources)
            gradebook.db.commit()
        return nb, resources

    def _add_score(self, cell: Any, resources: Any) -> None:
        name = cell.metadata.nbgrader.grade_id
        grade = _known(self._grades, name)
        if utils.is_solution(cell):  # for a person to mark
            grade.auto_score, _ = utils.determine_grade(cell, self.log)
        else:
            grade.auto_score = self._verdicts.get(name, {"points": None})["points"]
        grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None

    def _add_comment(self, cell: Any, resources: Any) -> None:
        about = cell.metadata.nbgrader
        untouched = about.get("checksum") == utils.compute_checksum(cell) and not utils.is_task(cell)
        reasons = self._reasons.get(about.grade_id, [])
        said = ["No response." if untouched else None, self._notes.get(about.grade_id), *reasons]
        _known(self._comments, about.grade_id).auto_comment = "\n\n".join(filter(None, said)) or None


def _by_cell(gradebook: Any, kind: Any, submitted: Any) -> dict[str, Any]:
    """Grades or comments of a submitted notebook, by the name of their cell."""
    rows = gradebook.db.query(BaseCell.name, kind).join(kind, kind.cell_id == BaseCell.id)
    return dict(rows.filter(kind.notebook_id == submitted.id).all())


def _known(rows: dict[str, Any], name: str) -> Any:
    if name not in rows:
        raise MissingEntry(f"the gradebook's record of this submission was made for another release: it has no {name}")
    return rows[name]


def expect_the_notebook(assignment: str, student: str, notebooks: list[str]) -> None:
    """nbgrader's pre-convert hook: grade under the released names whatever the notebooks are called.

    It gets the list of notebooks that are about to be graded and may change it; what it is to grade need not exist.
    """
    folders = {os.path.dirname(path) for path in notebooks}
    for folder in folders:
        names = [path.stem for path in Path("release", os.path.basename(folder)).glob("*.ipynb")]
        notebooks[:] = sorted(os.path.join(folder, f"{name}.ipynb") for name in names) or notebooks
