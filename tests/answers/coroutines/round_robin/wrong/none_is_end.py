"""Belief: "None means that a generator has ended."

Rejected by: round_robin_values
"""

from collections import deque


def round_robin(*gens):
    ready = deque(gens)
    values = []
    while ready:
        gen = ready.popleft()
        value = next(gen, None)
        if value is not None:
            values.append(value)
            ready.append(gen)
    return values
