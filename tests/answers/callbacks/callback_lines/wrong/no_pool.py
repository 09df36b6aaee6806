"""A slip: the pool is missing.

Rejected by: callback_lines_program
"""

callback_lines = "EGJHBF"
