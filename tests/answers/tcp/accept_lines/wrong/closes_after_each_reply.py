"""Closes inside the talk loop.

Rejected by: accept_lines_program
"""

accept_lines = "DIGAEFBH"
