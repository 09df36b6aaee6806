"""The list may be made after the pool is done."""

pool_lines = "FHEBD"
