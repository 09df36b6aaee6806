"""Listens and says nothing.

Rejected by: accept_lines_program
"""

accept_lines = "DIGFBH"
