"""Belief: "A thread that asks one after the other will do": it stands behind the slowest.

Rejected by: submit_all_fires
"""

import threading


def submit_all(pool, task, args, call_back):
    futures = [pool.submit(task, x) for x in args]

    def watch():
        for future in futures:
            future.exception()
            call_back(future)

    threading.Thread(target=watch, daemon=True).start()
    return futures
