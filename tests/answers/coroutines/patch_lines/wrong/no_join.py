"""Belief: "The program waits for its greenlets."

Rejected by: patch_lines_script
"""

patch_lines = "DHBEG"
