"""The list, the pool, the results."""

pool_lines = "EFHBD"
