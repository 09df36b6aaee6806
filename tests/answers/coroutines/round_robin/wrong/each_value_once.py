"""Belief: "What is in the list is in the list": a value that is there already is left out.

Rejected by: round_robin_values
"""

from collections import deque


def round_robin(*gens):
    ready, values = deque(gens), []
    while ready:
        gen = ready.popleft()
        try:
            value = next(gen)
        except StopIteration:
            continue
        if value not in values:
            values.append(value)
        ready.append(gen)
    return values
