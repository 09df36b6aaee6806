"""A slip: a letter that is not there.

Rejected by: pool_lines_program
"""

pool_lines = "EFHBX"
