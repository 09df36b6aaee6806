"""Belief: "Waiting inside a task is harmless."

Rejected by: chain_value, chain_tasks, chain_f_fails, chain_g_fails
"""


def chain(pool, f, g, x):
    return pool.submit(lambda: pool.submit(g, pool.submit(f, x).result()).result())
