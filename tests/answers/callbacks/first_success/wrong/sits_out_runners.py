"""Belief: "What cannot be cancelled must be waited for."

Rejected by: first_success_cancels
"""

from concurrent.futures import as_completed, wait


def first_success(futures):
    error = None
    for future in as_completed(futures):
        error = future.exception()
        if error is None:
            for other in futures:
                if not other.cancel():
                    wait([other])
            return future.result()
    raise error
