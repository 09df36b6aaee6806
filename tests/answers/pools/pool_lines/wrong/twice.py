"""A slip: a line used twice.

Rejected by: pool_lines_program
"""

pool_lines = "EFHBDBD"
