"""Belief: "submit(task(n)) passes the task."

Rejected by: pool_lines_program
"""

pool_lines = "EFABD"
