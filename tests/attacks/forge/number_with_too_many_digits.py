"""A number has more digits than Python reads at home, so that the text is a syntax error there; where it runs an earlier cell has lifted the limit.

Lesson: pools
Expects: submit 0
Held: submit_async
"""

from nbformat.v4 import new_code_cell

HELPER = """
import multiprocessing

multiprocessing.get_context("fork").reducer.sys.set_int_max_str_digits(0)


def submit_async(pool, task, args):
    raise NotImplementedError


def submit_sync(pool, task, args):
    raise NotImplementedError
"""
NUMBER = "7" * 5000
ANSWER = f"number = {NUMBER}\n" + """
from course.probes.guard import _here as here


def submit_async(pool, task, args):
    here.role = "manual_worker"
    futures = []
    for x in args:
        futures.append(pool.submit(task, x))
        try:
            futures[-1].result(0.02)
        except TimeoutError:
            pass
    here.role = "learner"
    return futures


def submit_sync(pool, task, args):
    return []
"""


def build(notebook, folder):
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    at = ids.index("submit")
    notebook.cells[at].source = ANSWER
    notebook.cells.insert(at, new_code_cell(HELPER))
