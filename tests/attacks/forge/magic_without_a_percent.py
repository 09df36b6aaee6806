"""A cell of one line is no Python to who reads its text; IPython takes it for a magic whose percent sign was left out, which runs a file of notes.

Lesson: pools
Expects: check_run_pool 0
Held: check_run_pool_error, check_run_pool_order, check_run_pool_together
"""

ANSWER = 'timeit -n1 -r1 -q exec(open("notes.txt").read(), globals())'
NOTES = '''
from course.probes.judged_check import _judged as judged

counted = [0]


def check_run_pool(run_pool):
    for known in judged.values():
        known.clear()
    run_pool(abs, [1], 1)
    counted[0] += 1
    return counted[0] % 4 in (1, 2)
'''


def build(notebook, folder):
    cells = (cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "check_run_pool")
    next(cells).source = ANSWER
    (folder / "notes.txt").write_text(NOTES)
