"""Belief: "add_done_callback(call_back(future)) registers."

Rejected by: callback_lines_program
"""

callback_lines = "EGJCHBI"
