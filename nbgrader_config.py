"""How nbgrader runs this course. Each setting says why."""

import secrets

c = get_config()  # noqa: F821  (nbgrader provides it)

c.CourseDirectory.course_id = "concurrency"

# An unanswered exercise fails with a sentence, and `Run all` in a released notebook stops at the first one.
c.ClearSolutions.code_stub = {"python": '# YOUR CODE HERE\nraise NotImplementedError("no answer yet")'}

# A cell may take its guards' time (10 to 30 s per probe), but not for ever.
c.ExecutePreprocessor.timeout = 120

# A worker that hangs past the interrupt costs its own cell, not the whole submission.
c.ExecutePreprocessor.raise_on_iopub_timeout = False
c.ExecutePreprocessor.iopub_timeout = 10

# The tag that skips a cell is secret and new each time: with the default name, a submission that put
# the tag on a test cell would get full marks, since nbgrader takes silence for a pass.
c.ExecutePreprocessor.skip_cells_with_tag = secrets.token_hex(16)

# Times of execution differ from run to run and say nothing.
c.ExecutePreprocessor.record_timing = False

# What workers write to stderr (warnings, logged errors) is no verdict: a failed test raises. Without this nbgrader
# gives 0 points for a right answer whose worker logs a warning.
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = r"(?s).*"

# A test cell that a learner deleted comes back and costs its own points; without this it waits for a person for ever.
c.OverwriteCells.add_missing_cells = True

# Concurrent demonstrations can print a lot; a person reads the first screens.
c.LimitOutput.max_lines = 200
c.LimitOutput.max_traceback = 40
