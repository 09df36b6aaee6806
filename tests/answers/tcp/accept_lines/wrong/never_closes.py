"""Nobody closes.

Rejected by: accept_lines_program
"""

accept_lines = "DGAFBH"
