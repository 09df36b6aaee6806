"""Lower case is read too."""

callback_lines = "egjchbf"
