"""Belief: "A Future is the value."

Rejected by: pool_lines_program
"""

pool_lines = "EFHBG"
