"""Closes what the thread has just been given.

Rejected by: accept_lines_program
"""

accept_lines = "DIGAFBHJ"
