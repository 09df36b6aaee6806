"""Belief: "Letting them run once is joining them."

Rejected by: patch_lines_script
"""

patch_lines = "DHBEGF"
