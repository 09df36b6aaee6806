"""Belief: "A hundred rounds are enough for everybody."

Rejected by: round_robin_values
"""


def round_robin(*gens):
    values, waiting = [], list(gens)
    for _ in range(100):
        for gen in list(waiting):
            try:
                values.append(next(gen))
            except StopIteration:
                waiting.remove(gen)
    return values
