"""A slip: the list is missing.

Rejected by: callback_lines_program
"""

callback_lines = "GJCHBF"
