"""Import, patch, take sleep."""

patch_lines = "DHBEGC"
