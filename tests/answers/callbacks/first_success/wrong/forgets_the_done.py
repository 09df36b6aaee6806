"""Belief: "What is done already is over": a success that is there when it is called is never found.

Rejected by: first_success_value
"""

from concurrent.futures import FIRST_COMPLETED, wait


def first_success(futures):
    error = None
    unfinished = {future for future in futures if not future.done()}
    while unfinished:
        done, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
        for future in done:
            error = future.exception()
            if error is None:
                for other in unfinished:
                    other.cancel()
                return future.result()
    raise error
