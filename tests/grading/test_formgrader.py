"""formgrader, in a real Chromium: it shows what `course grade` recorded, and its own button grades in the same way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.browser import chromium_lab, missing
from tests.grading.small_class import BEHAVIOUR, answered, hand_in, small_course
from tests.grading.test_class_of_bad_cases import command

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap is not installed"),
    pytest.mark.skipif(bool(missing()), reason=missing()),
]
MINUTE = 60_000  #: milliseconds


def test_it_shows_the_graded_class_and_its_button_grades(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from playwright.sync_api import expect

    small_course(tmp_path)
    wrong, reason = BEHAVIOUR["wrong"]
    for student, square in (("right", "def square(n):\n    return n * n"), ("wrong", wrong), ("late", wrong)):
        hand_in(tmp_path, student, answered(tmp_path, str(square)))
    assert command(tmp_path, "course", "grade", "powers", "--student", "right", "--student", "wrong").returncode == 0
    monkeypatch.chdir(tmp_path)
    with chromium_lab(tmp_path) as lab:
        page = lab.page("formgrader/manage_submissions/powers")
        row = {name: page.locator("tbody tr", has_text=name) for name in ("right", "wrong", "late")}
        expect(row["right"]).to_contain_text("5 / 5")
        expect(row["wrong"]).to_contain_text("3 / 5")
        expect(row["late"]).to_contain_text("needs autograding")
        row["late"].locator(".autograde a").click()
        expect(page.get_by_text("successfully autograded")).to_be_visible(timeout=MINUTE)
        page.get_by_role("button", name="OK").click()
        expect(row["late"]).to_contain_text("3 / 5")
    assert reason in (tmp_path / "autograded" / "late" / "powers" / "powers.ipynb").read_text()
