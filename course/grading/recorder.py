"""nbgrader's Autograde in two halves: what goes before the run of a submission, and what is recorded after it.

Recording is nbgrader's own command for one student, with the run already done. So whatever graded a class, `course
grade` or `nbgrader autograde`, the gradebook says the same.
"""

from __future__ import annotations

import glob
import logging
import os
import sys
import warnings
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import nbgrader.api
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log
from sqlalchemy import Engine, MetaData, create_engine
from traitlets.config import Config

from course.errors import CourseError
from course.grading.autograde import BoxedExecute, RecordVerdicts, limits
from course.grading.submission import Submission, files_beside, released, setup_source


class _One(Autograde):  # type: ignore[misc]
    """Autograde for one submission that has been run, whether its folder holds the notebook or not."""

    executed: str = ""
    why: Exception | None = None  #: what went wrong in the second half; nbgrader itself only says that something did

    def init_notebooks(self) -> None:
        folder = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
        name = f"{self.coursedir.assignment_id}.ipynb"
        self.notebooks: list[str] = []
        self.assignments = {folder: [os.path.join(folder, name)]}

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Copies what lies beside the notebook, but no links (they may point at anything) and no pipes or devices."""
        folder = Path(self._format_source(assignment_id, student_id))
        odd = [glob.escape(p.name) for p in folder.rglob("*") if p.is_symlink() or not (p.is_file() or p.is_dir())]
        self.coursedir.ignore = [*self.coursedir.ignore, *dict.fromkeys(odd)]
        super().init_assignment(assignment_id, student_id)

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """The second half of nbgrader's own, for a notebook that has been sanitized (by `prepare`) and run."""
        resources = self.init_single_notebook_resources(notebook_filename)
        resources["metadata"] = {"name": resources["unique_key"], "path": "", "modified_date": ""}
        self._sanitizing = False
        try:
            self._init_preprocessors()
            notebook = nbformat.reads(self.executed, as_version=4)
            output, resources = self.exporter.from_notebook_node(notebook, resources=resources)
            self.write_single_notebook(output, resources)
        except Exception as error:
            self.why = error
            raise
        finally:
            self._sanitizing = True


@cache
def _engine(url: str, **options: Any) -> Engine:
    return create_engine(url, **options)


@cache
def _create_tables(bind: Engine) -> None:
    MetaData.create_all(nbgrader.api.Base.metadata, bind)


class Recorder:
    """The one who writes the gradebook. `lesson` by its slug; students by their ids."""

    def __init__(self, root: Path, db_url: str | None = None) -> None:
        """CourseError if nbgrader_config.py does not record verdicts."""
        # nbgrader adds rows in an order that SQLAlchemy warns of, once per kind; the bar is no place for that
        warnings.filterwarnings("ignore", message="Object of type <Submitted")
        path = os.environ.get("PATH", os.defpath)  # nbgrader starts `alembic` by name
        os.environ["PATH"] = os.pathsep.join(dict.fromkeys([str(Path(sys.executable).parent), *path.split(os.pathsep)]))
        # nbgrader makes a new engine for each look at the gradebook, which then compiles every statement anew, and
        # asks for each of its tables whether it is there
        nbgrader.api.create_engine = _engine
        nbgrader.api.Base.metadata.create_all = _create_tables
        os.chdir(root)
        AutogradeApp.clear_instance()
        self._app = AutogradeApp.instance()
        self._app.initialize([f"--CourseDirectory.db_url={db_url}"] if db_url else [], root=str(root))
        self._app.log.setLevel(logging.CRITICAL)
        steps = self._app.config.Autograde.get("autograde_preprocessors", [])
        if RecordVerdicts not in steps:
            raise CourseError("nbgrader_config.py does not record verdicts: take the one of this course.")
        steps = [step for step in steps if not issubclass(step, BoxedExecute)]
        self._app.update_config(Config({"Autograde": {"autograde_preprocessors": steps}}))

    @property
    def db_url(self) -> str:
        """Where the gradebook is."""
        return str(self._app.coursedir.db_url)

    def folder(self, lesson: str, student: str = "*") -> Path:
        """Where `student` has handed in `lesson`."""
        coursedir = self._app.coursedir
        return Path(coursedir.format_path(coursedir.submitted_directory, student, lesson))

    def autograded(self, lesson: str, student: str) -> Path:
        """The notebook that is written when `lesson` of `student` is graded."""
        coursedir = self._app.coursedir
        return Path(coursedir.format_path(coursedir.autograded_directory, student, lesson), f"{lesson}.ipynb")

    def expect(self, lesson: str) -> None:
        """CourseError if the gradebook does not know the lesson."""
        with Gradebook(self.db_url, self._app.coursedir.course_id) as gradebook:
            try:
                gradebook.find_assignment(lesson)
            except MissingEntry:
                raise CourseError(
                    f"The gradebook does not know {lesson}: run `course release {lesson}` first."
                ) from None

    def prepare(self, lesson: str, student: str) -> Submission:
        """What has to be run: the sanitized notebook, with the tests."""
        one = self._one(lesson, student)
        one.init_notebooks()
        one.exporter = one.exporter_class(parent=one, config=one.config)
        one._init_preprocessors()
        ((path,),) = one.assignments.values()
        text, _ = one.exporter.from_filename(path, resources=one.init_single_notebook_resources(path))
        coursedir = one.coursedir
        release = Path(coursedir.format_path(coursedir.release_directory, ".", lesson), f"{lesson}.ipynb")
        source = Path(coursedir.format_path(coursedir.source_directory, ".", lesson))
        files = {**files_beside(Path(path).parent), **(files_beside(source) if source.is_dir() else {})}
        files.pop("timestamp.txt", None)
        return Submission(text, setup_source(released(release)), files, limits(self._app.config))

    def record(self, lesson: str, student: str, executed: str) -> None:
        """Write grades, comments and the autograded notebook; RuntimeError with nbgrader's reason if it cannot."""
        one = self._one(lesson, student)
        one.force, one.executed = True, executed
        result = capture_log(one)
        if not result["success"]:
            lines = [line for line in result.get("error", "").splitlines() if line.strip()]
            said = f"{type(one.why).__name__}: {one.why}" if one.why else ""
            raise RuntimeError(said or (lines or ["nbgrader gave no reason"])[-1])

    def _one(self, lesson: str, student: str) -> Any:
        coursedir = CourseDirectory(parent=self._app, root=self._app.coursedir.root)
        coursedir.assignment_id, coursedir.student_id = lesson, student
        return _One(coursedir=coursedir, parent=self._app)
