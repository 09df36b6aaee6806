"""Skips are allowed where the machine cannot do something, and forbidden in CI (COURSE_FORBID_SKIPS=1)."""

from __future__ import annotations

import os
from typing import Any

import pytest

from tests.tiny_course import tiny  # noqa: F401  (a fixture)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Turn a skip into a failure where skips are forbidden."""
    report = yield
    if report.skipped and os.environ.get("COURSE_FORBID_SKIPS") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but skips are forbidden here: {report.longrepr}"
    return report
