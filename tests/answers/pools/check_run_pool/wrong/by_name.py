"""Belief: "A worker is called ThreadPoolExecutor-...": threads of any other name are no workers.

Rejected by: check_run_pool_order, check_run_pool_error, check_run_pool_together
"""

import threading


def check_run_pool(run_pool):
    names, meeting = [], threading.Barrier(2)

    def meet(x):
        names.append(threading.current_thread().name)
        meeting.wait(timeout=1)
        return -x

    def fails(x):
        raise KeyError(x)

    assert run_pool(meet, [1, 0], 2) == [-1, 0], "the order is lost"
    assert all(name.startswith("ThreadPoolExecutor-") for name in names), "these are no workers of a pool"
    try:
        run_pool(fails, ["a"], 1)
    except KeyError:
        return
    raise AssertionError("the error was lost")
