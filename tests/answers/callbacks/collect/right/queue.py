"""The callbacks put the Futures into a queue; one get per task."""

import queue


def collect(pool, task, args):
    finished, results, n = queue.Queue(), [], 0
    for x in args:
        pool.submit(task, x).add_done_callback(finished.put)
        n += 1
    for _ in range(n):
        future = finished.get()
        if not future.exception():
            results.append(future.result())
    return results
