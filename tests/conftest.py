"""Skips are allowed where the machine cannot do something, and forbidden in CI (COURSE_FORBID_SKIPS=1)."""

from __future__ import annotations

import os
from typing import Any

import pytest

from tests.tiny_course import tiny  # noqa: F401  (a fixture)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Turn a skip into a failure where skips are forbidden."""
    return _forbid_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Any:
    """The same for a whole module that is skipped, as importorskip does."""
    return _forbid_skip((yield))


def _forbid_skip(report: Any) -> Any:
    if report.skipped and os.environ.get("COURSE_FORBID_SKIPS") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but skips are forbidden here: {report.longrepr}"
    return report
