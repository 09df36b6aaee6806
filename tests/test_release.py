from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from nbgrader.api import Gradebook

from course.cli import main
from tests.tiny_course import tiny_notebook, write


@pytest.fixture
def run(tiny: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tiny)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["release", *arguments])

    return invoke


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_release_has_no_solution_and_check_agrees(tiny: Path, run) -> None:  # type: ignore[no-untyped-def]
    assert run().exit_code == 0
    text = (tiny / "release/squares/squares.ipynb").read_text()
    assert "YOUR CODE HERE" in text
    assert "return n * n" not in text
    assert (tiny / "gradebook.db").is_file()
    assert run("--check").exit_code == 0


def test_check_names_what_differs_and_changes_nothing(tiny: Path, run) -> None:  # type: ignore[no-untyped-def]
    assert "squares.ipynb is missing" in run("--check").output
    run()
    path = tiny / "release/squares/squares.ipynb"
    path.write_text(path.read_text().replace("tiny", "small"))
    (tiny / "release/squares/extra.txt").write_text("x")
    (tiny / "release/old").mkdir()
    before = snapshot(tiny / "release")
    result = run("--check")
    assert result.exit_code == 1
    for says in (
        "squares.ipynb is out of date",
        "extra.txt has no source",
        "release/old/ has no source",
        "Run `course",
    ):
        assert says in result.output
    assert snapshot(tiny / "release") == before
    assert run().exit_code == 0
    assert not (tiny / "release/squares/extra.txt").exists()


def test_an_unknown_lesson_is_told(run) -> None:  # type: ignore[no-untyped-def]
    result = run("cubes")
    assert (result.exit_code, result.output) == (
        2,
        "Error: There is no lesson 'cubes' in source/: known are squares.\n",
    )


def test_a_failure_leaves_the_old_release(tiny: Path, run) -> None:  # type: ignore[no-untyped-def]
    run()
    before = snapshot(tiny / "release")
    path = tiny / "source/squares/squares.ipynb"
    notebook = tiny_notebook()
    notebook.cells[2].source = "### BEGIN SOLUTION\nsquare = abs"  # nbgrader refuses a region that does not end
    write(notebook, path)
    result = run()
    assert result.exit_code == 2
    assert "release/ is as it was" in result.output
    assert len(result.output.strip().splitlines()) == 1
    path.write_text("{")
    result = run()
    assert result.exit_code == 2
    assert "is not a notebook" in result.output
    path.unlink()
    assert run().exit_code == 2
    assert snapshot(tiny / "release") == before


def add_lesson(tiny: Path, slug: str, title: str, order: int) -> None:
    notebook = tiny_notebook()
    notebook.cells[0].source = f"# {title}"
    notebook.metadata.course.order = order
    write(notebook, tiny / f"source/{slug}/{slug}.ipynb")


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own
def test_a_gradebook_that_refuses_one_lesson_leaves_the_release_of_all(tiny: Path, run) -> None:  # type: ignore[no-untyped-def]
    add_lesson(tiny, "areas", "Areas", order=0)  # generated before squares
    assert run().exit_code == 0
    with Gradebook(f"sqlite:///{tiny / 'gradebook.db'}") as gradebook:
        gradebook.add_student("ada")
        gradebook.add_submission("squares", "ada")
    before = snapshot(tiny / "release")
    add_lesson(tiny, "areas", "Areas again", order=0)
    notebook = tiny_notebook()
    notebook.cells[3].metadata.nbgrader.grade_id = "square_other"
    write(notebook, tiny / "source/squares/squares.ipynb")
    result = run()
    assert result.exit_code == 2
    assert "squares failed, and release/ is as it was: it has been handed in already" in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert snapshot(tiny / "release") == before


def test_what_jupyter_or_an_interruption_leaves_does_no_harm(tiny: Path, run) -> None:  # type: ignore[no-untyped-def]
    run()
    for name in ("source/.ipynb_checkpoints", "release/squares/.ipynb_checkpoints", "release/.squares.new"):
        (tiny / name).mkdir()
        (tiny / name / "squares.ipynb").write_text("{")
    assert run("--check").output == "release/ is what source/ gives.\n"
    assert run().exit_code == 0
    assert sorted(path.name for path in (tiny / "release").iterdir()) == ["squares"]


def test_a_broken_rule_is_told_before_anything_is_generated(tiny: Path, run) -> None:  # type: ignore[no-untyped-def]
    notebook = tiny_notebook()
    del notebook.cells[3]
    write(notebook, tiny / "source/squares/squares.ipynb")
    result = run()
    assert result.exit_code == 2
    assert "has no test cell" in result.output
    assert not (tiny / "release").exists()
