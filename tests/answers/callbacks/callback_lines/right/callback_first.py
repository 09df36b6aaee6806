"""The callback may come before the list."""

callback_lines = "GJECHBF"
