"""Where the task is defined does not matter."""

patch_lines = "EDHBGC"
