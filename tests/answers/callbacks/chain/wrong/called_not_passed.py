"""Belief: "submit(f(x)) passes f": it runs on the caller's own thread.

Rejected by: chain_tasks, chain_f_fails
"""


def chain(pool, f, g, x):
    return pool.submit(g, f(x))
