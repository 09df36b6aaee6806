"""Nobody imports sleep.

Rejected by: patch_lines_script
"""

patch_lines = "DHEGC"
