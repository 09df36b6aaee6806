"""A slip: the loop is missing.

Rejected by: pool_lines_program
"""

pool_lines = "EFHD"
