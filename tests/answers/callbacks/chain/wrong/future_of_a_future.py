"""Belief: "A Future of a Future is a Future of its value."

Rejected by: chain_value, chain_g_fails
"""


def chain(pool, f, g, x):
    return pool.submit(lambda: pool.submit(g, f(x)))
