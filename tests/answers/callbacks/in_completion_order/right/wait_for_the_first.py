"""`wait` for the first, again and again."""

from concurrent.futures import FIRST_COMPLETED, wait


def in_completion_order(futures):
    unfinished = set(futures)
    while unfinished:
        done, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()
