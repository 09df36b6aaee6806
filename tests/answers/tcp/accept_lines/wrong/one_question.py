"""`if` in the place of `while`: one question, and good-bye.

Rejected by: accept_lines_program
"""

accept_lines = "DIKAFBH"
