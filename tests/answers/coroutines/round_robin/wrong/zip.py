"""Belief: "zip takes turns": it stops with the shortest.

Rejected by: round_robin_values, round_robin_bodies
"""


def round_robin(*gens):
    values = []
    for row in zip(*gens):
        values.extend(row)
    return values
