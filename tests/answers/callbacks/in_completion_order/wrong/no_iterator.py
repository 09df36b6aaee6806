"""Belief: "What can be looped over is an iterator": next() cannot be asked of it.

Rejected by: in_completion_order_all
"""

from concurrent.futures import as_completed


class Results:
    def __init__(self, futures):
        self.futures = futures

    def __iter__(self):
        for future in as_completed(self.futures):
            yield future.result()


def in_completion_order(futures):
    return Results(futures)
