"""A function called traced, as that of the probe, hides the frame above it, which holds the whole sum from the start.

Cell: cooperative_sum
Expects: cooperative_sum 1
"""

def cooperative_sum(n, every):
    total = sum(range(n))
    return traced(n, every) or total


def traced(n, every):
    give(n // every)


def give(turns):
    for _ in range(turns):
        gevent.sleep(0)
