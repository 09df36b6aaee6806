"""Define, then loop."""

accept_lines = "DIGAFBH"
