"""Belief: "The order of the values is what counts": the bodies run one after the other.

Rejected by: round_robin_bodies
"""


def round_robin(*gens):
    columns = [list(gen) for gen in gens]
    values = []
    for i in range(max(map(len, columns), default=0)):
        for column in columns:
            if i < len(column):
                values.append(column[i])
    return values
