"""Belief: "add_done_callback returns the Future" (the tutorial).

Rejected by: callback_lines_program
"""

callback_lines = "EGJCHAF"
