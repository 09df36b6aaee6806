"""A slip: the loop has no body.

Rejected by: pool_lines_program
"""

pool_lines = "FHBED"
