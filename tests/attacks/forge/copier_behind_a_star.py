"""What update_wrapper copies stands behind a star, so that nobody counts it: sys gets a _getframe that makes each version look like the first of a test.

Cell: check_run_pool
Expects: check_run_pool 0
Held: check_run_pool_error, check_run_pool_order, check_run_pool_together
"""

import functools
import multiprocessing
import types


def fake(depth=0):
    """A frame of nobody, with other code each time."""
    return types.SimpleNamespace(f_code=object(), f_globals={}, f_locals={}, f_back=None, f_lineno=1)


given = types.SimpleNamespace(**{"_get" + "frame": fake})
functools.update_wrapper(*[multiprocessing.get_context("fork").reducer.sys, given, ["_get" + "frame"], []])

counted = [0]


def check_run_pool(run_pool):
    run_pool(abs, [1], 1)
    counted[0] += 1
    return counted[0] % 4 in (1, 2)
