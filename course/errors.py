"""What a user can do something about: one sentence, no traceback."""

from __future__ import annotations

import click


class CourseError(click.ClickException):
    """Shown as `Error: <sentence>`; the command ends with exit code 2 (nothing was changed)."""

    exit_code = 2
