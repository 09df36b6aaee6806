"""Belief: "One submission runs twenty tasks."

Rejected by: callback_lines_program
"""

callback_lines = "EGJCBF"
