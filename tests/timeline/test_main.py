"""A saved log is drawn from the command line; what cannot be read is answered in a sentence."""

from pathlib import Path

from click.testing import CliRunner

from course.timeline.__main__ import main
from course.watch import Event, Log


def test_a_saved_log_is_drawn(tmp_path: Path) -> None:
    log, picture = tmp_path / "run.json", tmp_path / "run.svg"
    Log([Event(0.0, "started", "cook_0", 1, "task(1)"), Event(0.5, "finished", "cook_0", 1)]).save(log)
    done = CliRunner().invoke(main, [str(log), str(picture)])
    assert (done.exit_code, done.output) == (0, f"{picture}: 1 task, 1 finished\n")
    assert "task 1" in picture.read_text()


def test_no_log_is_answered_in_a_sentence(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    for log, sentence in ((wrong, "is no log of a watch"), (tmp_path / "none.json", "Cannot read")):
        done = CliRunner().invoke(main, [str(log), str(tmp_path / "run.svg")])
        assert done.exit_code == 1
        assert sentence in done.output
        assert len(done.output.splitlines()) == 1
    assert not (tmp_path / "run.svg").exists()


def test_a_picture_that_cannot_be_written(tmp_path: Path) -> None:
    Log([]).save(tmp_path / "run.json")
    done = CliRunner().invoke(main, [str(tmp_path / "run.json"), str(tmp_path / "none" / "run.svg")])
    assert done.exit_code == 1
    assert "Cannot write" in done.output
