"""Belief: "The Future is its value."

Rejected by: callback_lines_program
"""

callback_lines = "EGDCHBF"
