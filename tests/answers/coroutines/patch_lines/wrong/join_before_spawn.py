"""Joins what is not there yet.

Rejected by: patch_lines_script
"""

patch_lines = "DHBECG"
