"""Belief: "All lines belong."

Rejected by: pool_lines_program
"""

pool_lines = "ABCDEFGH"
