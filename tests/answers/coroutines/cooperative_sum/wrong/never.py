"""Belief: "Greenlets switch by themselves."

Rejected by: cooperative_sum_turns
"""


def cooperative_sum(n, every):
    return sum(range(n))
