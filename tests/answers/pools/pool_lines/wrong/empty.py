"""Nothing arranged.

Rejected by: pool_lines_program
"""

pool_lines = ""
