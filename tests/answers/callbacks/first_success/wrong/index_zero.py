"""A slip: the index of the winner is asked whether it is true; the first in the list never wins.

Rejected by: first_success_value
"""

from concurrent.futures import FIRST_COMPLETED, wait


def first_success(futures):
    unfinished, error = set(futures), None
    while unfinished:
        done, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
        error = done.pop().exception() or error
        ended = [i for i, future in enumerate(futures) if future not in unfinished]
        winner = next((i for i in ended if futures[i].exception() is None), None)
        if winner:
            for other in unfinished:
                other.cancel()
            return futures[winner].result()
    raise error
