"""Accepts and forgets.

Rejected by: accept_lines_program
"""

accept_lines = "DIGAFB"
