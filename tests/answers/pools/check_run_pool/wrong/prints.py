"""Belief: "Printing is rejecting."

Rejected by: check_run_pool_order, check_run_pool_error, check_run_pool_together
"""


def check_run_pool(run_pool):
    if run_pool(abs, [3, -1, 2], 2) != [3, 1, 2]:
        print("wrong")
