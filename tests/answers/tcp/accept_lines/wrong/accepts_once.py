"""No loop around accept.

Rejected by: accept_lines_program
"""

accept_lines = "DIGABH"
