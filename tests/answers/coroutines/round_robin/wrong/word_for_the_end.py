"""Belief: "Nobody will ever yield these words": they stand for the end.

Rejected by: round_robin_values, round_robin_bodies
"""


def round_robin(*gens):
    end = "no more"
    values, waiting = [], list(gens)
    while waiting:
        staying = []
        for gen in waiting:
            value = next(gen, end)
            if value != end:
                values.append(value)
                staying.append(gen)
        waiting = staying
    return values
