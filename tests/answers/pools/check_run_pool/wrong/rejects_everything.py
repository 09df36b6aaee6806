"""Belief: "A strict check is a good check": right versions fail too.

Rejected by: check_run_pool_order, check_run_pool_error, check_run_pool_together
"""


def check_run_pool(run_pool):
    raise AssertionError("wrong")
