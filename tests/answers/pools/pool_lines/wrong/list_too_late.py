"""A slip: the list is made after it is used.

Rejected by: pool_lines_program
"""

pool_lines = "FHBDE"
