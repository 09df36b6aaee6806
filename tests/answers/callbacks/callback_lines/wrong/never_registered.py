"""Belief: "A callback is found by its name": nothing is registered.

Rejected by: callback_lines_program
"""

callback_lines = "EGJCHB"
