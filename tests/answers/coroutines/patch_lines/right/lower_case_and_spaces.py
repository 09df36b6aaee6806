"""Spaces and case do not matter."""

patch_lines = "d h b e g c"
