"""Belief: "A check that passes is a good check."

Rejected by: check_run_pool_order, check_run_pool_error, check_run_pool_together
"""


def check_run_pool(run_pool):
    run_pool(abs, [1, 2, 3], 2)
