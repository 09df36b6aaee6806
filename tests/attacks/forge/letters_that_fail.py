"""The letters are a text of a class of the answer's, whose split is a method of an empty list's.

Cell: pool_lines
Expects: pool_lines 0
"""

class Letters(str):
    split = [].pop


pool_lines = Letters("EFHBD")
