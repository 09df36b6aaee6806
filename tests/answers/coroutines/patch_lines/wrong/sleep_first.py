"""Belief: "The order of imports does not matter."

Rejected by: patch_lines_script
"""

patch_lines = "BDHEGC"
