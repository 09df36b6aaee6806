"""A slip: nothing is submitted.

Rejected by: pool_lines_program
"""

pool_lines = "EFBD"
