"""Puts every line in.

Rejected by: patch_lines_script
"""

patch_lines = "DHBEAGFC"
