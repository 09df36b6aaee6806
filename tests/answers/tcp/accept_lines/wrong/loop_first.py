"""The loop stands above the function that it needs.

Rejected by: accept_lines_program
"""

accept_lines = "FBHDIGA"
