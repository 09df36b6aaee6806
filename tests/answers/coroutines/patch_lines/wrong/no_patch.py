"""Belief: "gevent sees every sleep."

Rejected by: patch_lines_script
"""

patch_lines = "DBEGC"
