"""Removes from the list it loops over, so the next one is skipped.

Rejected by: round_robin_values, round_robin_bodies
"""


def round_robin(*gens):
    alive = list(gens)
    values = []
    while alive:
        for gen in alive:
            try:
                values.append(next(gen))
            except StopIteration:
                alive.remove(gen)
    return values
