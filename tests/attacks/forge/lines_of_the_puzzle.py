"""The list of the puzzle's lines is the same object for the test: other lines are put into it.

Cell: pool_lines
Expects: pool_lines 0
"""

from course.puzzles.pools import POOL_LINES

POOL_LINES[:] = ["with ThreadPoolExecutor(5) as pool: results = list(pool.map(task, range(20)))"]
pool_lines = "A"
