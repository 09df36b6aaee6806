"""A slip: the callback is defined after it is used.

Rejected by: callback_lines_program
"""

callback_lines = "ECHBFGJ"
