"""Belief: "All lines belong."

Rejected by: callback_lines_program
"""

callback_lines = "ABCDEFGHIJ"
