"""`%%watch` in an IPython shell."""

from collections.abc import Iterator
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from course.watch.recorder import recorder

POOL = """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(abs, n) for n in range(3)]
"""


@pytest.fixture
def shell() -> Iterator[Any]:
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()  # type: ignore[no-untyped-call]
    shell.run_line_magic("load_ext", "course.watch")
    yield shell
    shell.history_manager.end_session()
    InteractiveShell.clear_instance()


def run(shell: Any, cell: str) -> tuple[Any, list[dict[str, Any]], str]:
    """The cell's result, its rich outputs and what it printed."""
    with capture_output() as captured:
        result = shell.run_cell(cell)
    return result, [output.data for output in captured.outputs], captured.stdout


def test_a_cell_is_run_in_the_notebook_s_names_and_counted(shell: Any) -> None:
    result, outputs, _ = run(shell, f"%%watch run\n{POOL}\nlen(futures)")
    assert result.result == 3
    assert outputs[0]["text/plain"] == "2 workers: 3 tasks, 3 finished"
    assert repr(shell.user_ns["run"]) == "2 workers: 3 tasks, 3 finished"
    assert len(shell.user_ns["futures"]) == 3


def test_an_error_is_the_cell_s_own_and_the_log_is_kept(shell: Any) -> None:
    result, outputs, _ = run(shell, f"%%watch run\n{POOL}\n1 / 0")
    assert isinstance(result.error_in_exec, ZeroDivisionError)
    assert outputs[0]["text/plain"] == "2 workers: 3 tasks, 3 finished"
    assert not recorder.on


def test_a_picture_in_its_place(shell: Any) -> None:
    _, outputs, _ = run(shell, f"%%watch --picture\n{POOL}")
    assert set(outputs[0]) == {"text/plain", "image/svg+xml"}
    assert outputs[0]["text/plain"] == "2 workers: 3 tasks, 3 finished"


@pytest.mark.parametrize(("cell", "value"), [("x = 5", None), ("5;", None), ("# nothing", None), ("!true\n7", 7)])
def test_the_value_is_that_of_the_last_line(shell: Any, cell: str, value: Any) -> None:
    result, _, _ = run(shell, f"%%watch\n{cell}")
    assert result.success
    assert result.result == value


def test_nonsense_is_a_syntax_error(shell: Any) -> None:
    result, _, _ = run(shell, "%%watch\nx = = 1")
    assert isinstance(result.error_in_exec, SyntaxError)
    assert not recorder.on
