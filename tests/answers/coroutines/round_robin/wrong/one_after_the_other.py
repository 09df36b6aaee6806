"""Belief: "By turns" taken for "one after the other".

Rejected by: round_robin_values, round_robin_bodies
"""

from itertools import chain


def round_robin(*gens):
    return list(chain(*gens))
