"""Hands over what has not come yet.

Rejected by: accept_lines_program
"""

accept_lines = "DIGAFHB"
