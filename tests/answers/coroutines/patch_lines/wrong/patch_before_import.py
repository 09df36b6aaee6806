"""Uses a name before it is imported.

Rejected by: patch_lines_script
"""

patch_lines = "HDBEGC"
