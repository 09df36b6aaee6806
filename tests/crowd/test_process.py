from pathlib import Path

import pytest

from course.crowd.process import Process


def test_what_it_prints_comes_line_by_line_until_it_ends() -> None:
    lines = list(Process("course.crowd.client", "--help").lines())
    assert lines[0].startswith("Usage: python -m course.crowd.client")


def test_complaints_come_the_same_way() -> None:
    assert "No module named" in "".join(Process("course.no_such_module").lines())


def test_words_to_one_that_has_ended_are_lost() -> None:
    process = Process("course.crowd.client", "--help")
    list(process.lines())
    process.tell("talk")
    process.hang_up()
    process.tell("talk")
    process.hang_up()
    process.kill()


def test_files_of_the_learner_s_folder_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "socket.py").write_text("raise SystemExit('the wrong socket')")
    monkeypatch.chdir(tmp_path)
    assert "wrong" not in "".join(Process("course.crowd.client", "--help").lines())
