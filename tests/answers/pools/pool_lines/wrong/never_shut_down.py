"""Belief: "A pool cleans up after itself" (and the indentation does not fit).

Rejected by: pool_lines_program
"""

pool_lines = "ECHBD"
