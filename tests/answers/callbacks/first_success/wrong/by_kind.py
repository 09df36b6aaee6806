"""Belief: "What is an exception was raised": a task that returns one counts as failed.

Rejected by: first_success_value
"""

import queue


def first_success(futures):
    outcomes, outcome = queue.Queue(), None
    for future in futures:
        future.add_done_callback(lambda f: outcomes.put(f.exception() or f.result()))
    for _ in futures:
        outcome = outcomes.get()
        if not isinstance(outcome, Exception):
            for other in futures:
                other.cancel()
            return outcome
    raise outcome
