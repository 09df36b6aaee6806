"""The colleague's program: a list of None.

Rejected by: collect_complete, collect_errors
"""

from concurrent.futures import wait


def collect(pool, task, args):
    results = []
    t_list = [
        pool.submit(task, x).add_done_callback(lambda f: results.append(f.result())) for x in args
    ]
    wait(t_list)
    return results
