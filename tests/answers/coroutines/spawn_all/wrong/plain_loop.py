"""Belief: "Calling them is running them."

Rejected by: spawn_all_together
"""


def spawn_all(fns):
    return [fn() for fn in fns]
