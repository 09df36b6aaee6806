"""Belief: "submit(task(x)) passes the task."

Rejected by: collect_complete, collect_errors
"""

from concurrent.futures import wait


def collect(pool, task, args):
    results = []
    futures = [pool.submit(task(x)) for x in args]
    for future in futures:
        future.add_done_callback(lambda f: results.append(f.result()))
    wait(futures)
    return results
