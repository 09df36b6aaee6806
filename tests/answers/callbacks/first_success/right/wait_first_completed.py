"""Wait for whichever ends first, again and again."""

from concurrent.futures import FIRST_COMPLETED, wait


def first_success(futures):
    unfinished, error = set(futures), None
    while unfinished:
        done, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
        for future in done:
            try:
                value = future.result()
            except Exception as problem:
                error = problem
            else:
                for other in unfinished:
                    other.cancel()
                return value
    raise error
