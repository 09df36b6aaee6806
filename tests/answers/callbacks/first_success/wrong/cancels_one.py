"""A slip: only one of the others is cancelled.

Rejected by: first_success_cancels
"""

from concurrent.futures import as_completed


def first_success(futures):
    error = None
    for future in as_completed(futures):
        try:
            value = future.result()
        except Exception as problem:
            error = problem
        else:
            next((f for f in futures if not f.done()), future).cancel()
            return value
    raise error
