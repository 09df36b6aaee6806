"""Belief: "What is an exception was raised": a task that returns one is left out.

Rejected by: collect_complete
"""

import queue


def collect(pool, task, args):
    outcomes = queue.Queue()

    def call_back(future):
        outcomes.put(future.exception() or future.result())

    futures = [pool.submit(task, x) for x in args]
    for future in futures:
        future.add_done_callback(call_back)
    ended = [outcomes.get() for _ in futures]
    return [outcome for outcome in ended if not isinstance(outcome, Exception)]
