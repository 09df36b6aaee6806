"""Lower-case letters and spaces are read too."""

pool_lines = "e f h b d"
