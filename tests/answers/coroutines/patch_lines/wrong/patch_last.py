"""Belief: "Patching is possible at any time."

Rejected by: patch_lines_script
"""

patch_lines = "DBEGHC"
