"""Nothing arranged.

Rejected by: callback_lines_program
"""

callback_lines = ""
