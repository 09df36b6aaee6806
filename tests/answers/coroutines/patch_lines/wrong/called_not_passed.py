"""Belief: "spawn(task(n)) spawns task."

Rejected by: patch_lines_script
"""

patch_lines = "DHBEAC"
