"""How nbgrader runs this course. Each setting says why."""

import secrets

from nbgrader.preprocessors import AssignLatePenalties, LimitOutput, OverwriteCells, OverwriteKernelspec

from course.grading.autograde import BoxedExecute, RecordVerdicts, SubmissionExporter, expect_the_notebook

c = get_config()  # noqa: F821  (nbgrader provides it)

c.CourseDirectory.course_id = "concurrency"

# An unanswered exercise fails with a sentence, and `Run all` in a released notebook stops at the first one.
c.ClearSolutions.code_stub = {"python": '# YOUR CODE HERE\nraise NotImplementedError("no answer yet")'}

# Every test runs in a box of its own, and its verdict is what the test itself reported when it had come to its end:
# with nbgrader's own Execute and SaveAutoGrades, silence and skipped cells get full marks, a warning on stderr gets
# none, and a hanging worker costs the whole submission. docs/grading.md tells more.
c.Autograde.exporter_class = SubmissionExporter
c.Autograde.pre_convert_hook = expect_the_notebook
c.Autograde.sanitize_preprocessors = [OverwriteKernelspec, OverwriteCells]
c.Autograde.autograde_preprocessors = [
    BoxedExecute,
    LimitOutput,
    RecordVerdicts,
    AssignLatePenalties,
]

# For `nbgrader validate`, which runs the notebook in a kernel: a cell may take its guards' time (10 to 30 s per
# probe), but not for ever, and what workers write to stderr is no verdict.
c.ExecutePreprocessor.timeout = 120
c.ExecutePreprocessor.raise_on_iopub_timeout = False
c.ExecutePreprocessor.iopub_timeout = 10
c.ExecutePreprocessor.skip_cells_with_tag = secrets.token_hex(16)  # a cell that is skipped passes in silence
c.ExecutePreprocessor.record_timing = False
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = r"(?s).*"

# A test cell that a learner deleted comes back and costs its own points; without this it waits for a person for ever.
c.OverwriteCells.add_missing_cells = True

# Concurrent demonstrations can print a lot; a person reads the first screens.
c.LimitOutput.max_lines = 200
c.LimitOutput.max_traceback = 40
