"""Belief: "What is an exception was raised": a task that returns one seems to have failed.

Rejected by: in_completion_order_all
"""

import queue


def in_completion_order(futures):
    outcomes = queue.Queue()
    for future in futures:
        future.add_done_callback(lambda f: outcomes.put(f.exception() or f.result()))
    for _ in futures:
        outcome = outcomes.get()
        if isinstance(outcome, Exception):
            raise outcome
        yield outcome
