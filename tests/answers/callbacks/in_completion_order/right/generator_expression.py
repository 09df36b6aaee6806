"""An iterator need not be a function with yield."""

from concurrent.futures import as_completed


def in_completion_order(futures):
    return (future.result() for future in as_completed(list(futures)))
