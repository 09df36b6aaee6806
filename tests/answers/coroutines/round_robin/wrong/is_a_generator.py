"""Belief: "Yielding is returning": nothing runs until somebody asks.

Rejected by: round_robin_values, round_robin_bodies
"""

from collections import deque


def round_robin(*gens):
    ready = deque(gens)
    while ready:
        gen = ready.popleft()
        try:
            yield next(gen)
            ready.append(gen)
        except StopIteration:
            pass
