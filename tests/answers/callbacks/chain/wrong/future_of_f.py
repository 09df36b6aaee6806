"""Belief: "The first Future will do."

Rejected by: chain_value, chain_g_fails
"""


def chain(pool, f, g, x):
    first = pool.submit(f, x)
    first.add_done_callback(lambda done: done.exception() or pool.submit(g, done.result()))
    return first
