"""Belief: "add_done_callback returns the Future" (the tutorial).

Rejected by: chain_value, chain_f_fails, chain_g_fails
"""


def chain(pool, f, g, x):
    return pool.submit(f, x).add_done_callback(lambda done: pool.submit(g, done.result()))
