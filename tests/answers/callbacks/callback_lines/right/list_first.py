"""The list, the callback, the pool."""

callback_lines = "EGJCHBF"
