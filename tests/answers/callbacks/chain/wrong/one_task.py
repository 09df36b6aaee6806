"""Belief: "One task is as good as two."

Rejected by: chain_tasks
"""


def chain(pool, f, g, x):
    return pool.submit(lambda: g(f(x)))
