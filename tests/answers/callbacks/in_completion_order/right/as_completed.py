"""`as_completed`, and the result of each."""

from concurrent.futures import as_completed


def in_completion_order(futures):
    for future in as_completed(futures):
        yield future.result()
