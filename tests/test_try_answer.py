import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from course.cli import main
from course.errors import CourseError
from course.try_answer import try_answer


@pytest.fixture
def run(tiny: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tiny)

    def invoke(answer: str, *arguments: str) -> Result:
        Path("answer.py").write_text(answer)
        return CliRunner().invoke(main, ["try", "squares", "answer.py", *arguments])

    return invoke


def test_json_is_one_object_of_the_promised_form(run) -> None:  # type: ignore[no-untyped-def]
    result = run("def square(n):\n    return n * n\n", "--json")
    assert result.exit_code == 0
    tests = {"square_value": {"passed": True, "reason": None}}
    exercises = {"square": {"points": 2, "max": 2, "tests": tests}}
    assert json.loads(result.output) == {"lesson": "squares", "points": 2, "max": 2, "exercises": exercises}


def test_a_wrong_answer_is_told_why_and_exits_0(run) -> None:  # type: ignore[no-untyped-def]
    result = run("def square(n):\n    return 2 * n\n")
    assert result.exit_code == 0
    assert "0 of 2" in result.output
    assert "square_value: square(3) returned 6, not 9." in result.output


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("", "No answer: `square` is not defined."),
        ("def square(n):\n    raise KeyError(n)", "The check stopped with KeyError: 3 (line 2 of your cell: `raise"),
        ("square = None + 1", "Your cell did not run: TypeError: "),
        ("def square(n):\n    import os; os._exit(0)", "The Python process ended while this check ran"),
        ("def square(n):\n    exit()", "The check stopped with "),
    ],
)
def test_every_end_has_its_sentence(run, answer: str, says: str) -> None:  # type: ignore[no-untyped-def]
    result = run(answer, "--json")
    verdict = json.loads(result.output)["exercises"]["square"]["tests"]["square_value"]
    assert verdict["passed"] is False
    assert says in verdict["reason"]


def test_an_answer_that_never_ends_is_ended(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("course.grading.judge.LIMIT", 1.0)
    result = run("def square(n):\n    while True:\n        pass\n")
    assert result.exit_code == 0
    assert "This check was stopped after 1 s" in result.output


def test_what_cannot_be_judged_is_one_sentence_and_exit_2(run, tiny: Path) -> None:  # type: ignore[no-untyped-def]
    for result, says in [
        (run("def square(:"), "answer.py is not Python: invalid syntax (line 1)."),
        (run("x = 1", "--exercise", "cube"), "squares has no exercise 'cube': it has square."),
        (CliRunner().invoke(main, ["try", "squares", "nowhere.py"]), "There is no file nowhere.py"),
        (CliRunner().invoke(main, ["try", "cubes", "answer.py"]), "There is no lesson 'cubes'"),
        (CliRunner().invoke(main, ["try", "squares", str(tiny)]), "cannot be read as text"),
    ]:
        assert result.exit_code == 2
        assert says in result.output
        assert len(result.output.strip().splitlines()) == 1


def test_the_python_call_says_the_same(tiny: Path, tmp_path: Path) -> None:
    answer = tmp_path / "a.py"
    answer.write_text("square = lambda n: n * n\n")
    assert try_answer("squares", answer, root=tiny).points == 2
    with pytest.raises(CourseError):
        try_answer("cubes", answer, root=tiny)
