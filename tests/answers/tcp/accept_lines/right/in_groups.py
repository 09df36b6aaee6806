"""The same in groups."""

accept_lines = "DIGA FBH"
