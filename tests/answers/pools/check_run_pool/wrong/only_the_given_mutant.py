"""Belief: "It is enough to know the given mutant": it looks at the name.

Rejected by: check_run_pool_order, check_run_pool_error, check_run_pool_together
"""


def check_run_pool(run_pool):
    assert run_pool.__name__ not in ("sorted_values", "lost_error", "one_worker")
